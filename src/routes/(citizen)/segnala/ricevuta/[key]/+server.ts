import { fill } from '#lib/messages/fill.ts'
import { receiptOf, requireSent } from '../../sent.server.ts'
import type { RequestHandler } from './$types'

/** The receipt, for whoever knows the key of the submission. */
export const GET: RequestHandler = async (event) => {
  const { locals, params } = event
  const sent = await requireSent(event, params.key)
  const pdf = await receiptOf(locals, sent)
  const name = fill(locals.words.wizard.receipt.file, { number: sent.report.number })
  return new Response(Buffer.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
