import type { RequestEvent } from '@sveltejs/kit'
import { type BookingCalendar, reasonsFor } from '#domain/appointments/booking-calendar.ts'
import { isKept, stepToDo } from '#domain/appointments/booking-draft.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { type PlacedBooking, pathOf } from '../booking.server.ts'
import { showFrame } from '../frame.server.ts'
import { showFreeTimes, showNearest } from '../free-times.server.ts'
import { saySlot, withSlot } from '../say-slot.server.ts'
import { describeCalendar } from '../show-offices.server.ts'

/** The second step: the reason where it is not known, the free times of a month, and what became of the time that was chosen. */
export async function showTimeStep({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, booking: PlacedBooking) {
  const { directory, locale, words } = locals
  const { calendar, draft } = booking
  const { time, place } = words.booking
  const reasons = reasonsFor(calendar, draft.content.service)
  const asked = url.searchParams.get('motivo')
  const reason =
    (reasons.find(({ code }) => code === asked) ?? reasons.find(({ code }) => code === draft.content.reason))?.code ?? ''
  const times = reason ? await showFreeTimes(locals, { calendar, reason, month: url.searchParams.get('mese') }) : null
  const office = directory.offices.get(calendar.office)
  return {
    frame: showFrame(locals, 'time', booking, url),
    words: { time, place },
    locale,
    reason,
    reasons: reasons.map(({ code, name }) => ({ value: code, label: inLocale(name, locale) })),
    times,
    empty: times && fill(time.noneMonth, { month: times.monthLabel }),
    choice: await showChoice(locals, booking, reason),
    recap: {
      name: office ? inLocale(office.name, locale) : inLocale(calendar.title, locale),
      rows: recapRows(locals, calendar),
    },
    waitingHref: `/prenota-appuntamento/attesa?motivo=${encodeURIComponent(reason)}`,
  }
}

/** The time that was chosen: still kept, over but free, or somebody else's, with the nearest ones. */
async function showChoice(locals: App.Locals, { draft, held, calendar }: PlacedBooking, reason: string) {
  const { time } = locals.words.booking
  const { content } = draft
  if (content.from === null || reason === '') return null
  const from = new Date(content.from)
  if (isKept(content, held, locals.installation.world.now()) && content.reason === reason)
    return {
      kept: true,
      text: fill(time.chosen, { slot: saySlot(locals, from) }),
      href: pathOf(stepToDo(content, locals.directory.calendars)),
      nearest: [],
    } as const
  const nearest = await showNearest(locals, { calendar, reason, near: from })
  const free = nearest.some(({ value }) => value === content.from)
  const text = free ? time.lostFree : nearest.length > 0 ? time.lost : time.lostNoOther
  return { kept: false, text: withSlot(locals, text, from), nearest } as const
}

function recapRows(locals: App.Locals, calendar: BookingCalendar) {
  const { place } = locals.words.booking
  const { address, opening } = describeCalendar(locals, calendar)
  return [
    { label: place.address, value: address },
    { label: place.opening, value: opening },
  ]
}
