import { receiptAnswer, requireSent } from '../../sent.server.ts'
import type { RequestHandler } from './$types'

/** The receipt, for whoever knows the key of the submission. */
export const GET: RequestHandler = async (event) => receiptAnswer(event.locals, await requireSent(event, event.params.key))
