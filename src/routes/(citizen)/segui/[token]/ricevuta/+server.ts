import { error } from '@sveltejs/kit'
import { readFollowedReport } from '#server/queries/author/read-followed-report.ts'
import { receiptAnswer } from '../../../segnala/sent.server.ts'
import type { RequestHandler } from './$types'

/** The receipt as a PDF, for whoever has the private link. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { installation, directory, words } = locals
  const followed = await readFollowedReport(installation.world, directory.tenant.id, params.token)
  if (!followed) error(404, words.errors.notFound)
  const { report, attachments } = followed
  const files = attachments.filter(({ message }) => message === null)
  return receiptAnswer(locals, { report, author: null, files })
}
