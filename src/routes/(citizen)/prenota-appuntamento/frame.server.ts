import { holdTime } from '#domain/appointments/appointment.ts'
import { type BookingStep, bookingSteps, isKept } from '#domain/appointments/booking-draft.ts'
import { writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { savedNote } from '../held-drafts.server.ts'
import type { Booking } from './booking.server.ts'
import { withSlot } from './say-slot.server.ts'

/** The slot that is kept while somebody goes on, or was. */
type ShownHold =
  | { readonly kept: false; readonly text: string }
  | { readonly kept: true; readonly text: string; readonly seconds: number; readonly help: string; readonly extends: boolean }

export type Frame = ReturnType<typeof showFrame>

/** What every step shows around its fields. */
export function showFrame(locals: App.Locals, step: BookingStep, booking: Booking | null, url: URL) {
  const { words, locale, directory } = locals
  const { crumb, steps, actions, hold } = words.booking
  const number = bookingSteps.indexOf(step) + 1
  return {
    step: number,
    title: fill(words.site.title, { page: `${steps[number - 1]} - ${crumb}`, body: directory.tenant.settings.name }),
    errorPrefix: words.wizard.errorPrefix,
    locale,
    saved: savedNote(locals, url, 'booking', booking?.draft ?? null),
    hold: booking && step !== 'place' && step !== 'time' ? showHold(locals, booking) : null,
    words: { shell: words.shell, forms: words.forms, crumb, steps, actions, hold },
  }
}

function showHold(locals: App.Locals, { draft, held }: Booking): ShownHold | null {
  const { words, locale, directory, installation } = locals
  const { hold } = words.booking
  const { from } = draft.content
  const now = installation.world.now()
  if (from === null) return null
  if (!isKept(draft.content, held, now) || !held?.holdUntil)
    return { kept: false, text: withSlot(locals, hold.lost, new Date(from)) }
  const until = writeTime(held.holdUntil, locale, directory.tenant.settings.calendar.zone)
  const left = holdTime.extensions - held.extensions
  return {
    kept: true,
    text: withSlot(locals, hold.text, new Date(from), { until }),
    seconds: Math.floor((held.holdUntil.getTime() - now.getTime()) / 1000),
    help: left > 0 ? fill(hold.moreHelp, { n: left }) : fill(hold.noMore, { until }),
    extends: left > 0,
  }
}
