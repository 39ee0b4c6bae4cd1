import { requireStep } from '../booking.server.ts'
import { showFrame } from '../frame.server.ts'
import { takeStep } from '../take-step.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Who comes. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const booking = await requireStep(event, 'applicant')
  return {
    frame: showFrame(locals, 'applicant', booking, url),
    words: locals.words.booking.applicant,
    content: booking.draft.content,
  }
}

export const actions: Actions = { default: (event) => takeStep(event, 'applicant') }
