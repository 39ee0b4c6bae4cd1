import { error } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { renderReceipt } from '#server/delivery/pdf/receipt.ts'
import { reportReceipt } from '#server/delivery/pdf/report-receipt.ts'
import { readFollowedReport } from '#server/queries/author/read-followed-report.ts'
import type { RequestHandler } from './$types'

/** The receipt as a PDF, for whoever has the private link. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { installation, directory, locale, words } = locals
  const followed = await readFollowedReport(installation.world, directory.tenant.id, params.token)
  if (!followed) error(404, words.errors.notFound)
  const { report, attachments } = followed
  const files = attachments.filter(({ message }) => message === null).map(({ name }) => name)
  const pdf = await renderReceipt(reportReceipt(report, { directory, locale, words, files }))
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
