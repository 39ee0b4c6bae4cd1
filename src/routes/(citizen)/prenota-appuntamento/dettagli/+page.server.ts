import { reasonsFor } from '#domain/appointments/booking-calendar.ts'
import { inLocale } from '#domain/shared/words.ts'
import { requireStep } from '../booking.server.ts'
import { showFrame } from '../frame.server.ts'
import { takeStep } from '../take-step.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What for: the reason that the times were looked for, and whatever the office should know. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const booking = await requireStep(event, 'details')
  const { content } = booking.draft
  return {
    frame: showFrame(locals, 'details', booking, url),
    words: locals.words.booking.details,
    content,
    reasons: reasonsFor(booking.calendar, content.service).map(({ code, name }) => ({
      value: code,
      label: inLocale(name, locals.locale),
    })),
  }
}

export const actions: Actions = { default: (event) => takeStep(event, 'details') }
