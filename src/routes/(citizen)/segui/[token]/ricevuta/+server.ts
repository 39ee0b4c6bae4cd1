import { error } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { readFollowedReport } from '#server/queries/author/read-followed-report.ts'
import { receiptOf } from '../../../segnala/sent.server.ts'
import type { RequestHandler } from './$types'

/** The receipt as a PDF, for whoever has the private link. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { installation, directory, words } = locals
  const followed = await readFollowedReport(installation.world, directory.tenant.id, params.token)
  if (!followed) error(404, words.errors.notFound)
  const { report, attachments } = followed
  const files = attachments.filter(({ message }) => message === null)
  const pdf = await receiptOf(locals, { report, author: null, files })
  const name = fill(words.wizard.receipt.file, { number: report.number })
  return new Response(Buffer.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}
