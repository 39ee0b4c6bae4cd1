import { type Appointment, mayChange } from '#domain/appointments/appointment.ts'
import { type ShownAppointment, writeCode } from '#domain/appointments/shown-appointment.ts'
import type { ShownSlot } from '#lib/components/appointments/shown-times.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeDay, writeMoment, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { showFreeTimes, showNearest } from '../../prenota-appuntamento/free-times.server.ts'
import { readSlot } from '../../prenota-appuntamento/read-slot.server.ts'
import type { OwnAppointment } from '../own-appointment.server.ts'

/** An appointment line by line. */
export function rowsOf({ words, locale, directory }: App.Locals, shown: ShownAppointment): readonly SummaryRow[] {
  const { own, place, confirmed } = words.booking
  const { rows } = own
  const { zone } = directory.tenant.settings.calendar
  const when = fill(confirmed.span, {
    day: writeDay(shown.from, locale, zone),
    from: writeTime(shown.from, locale, zone),
    to: writeTime(shown.to, locale, zone),
  })
  const all: readonly SummaryRow[] = [
    { label: rows.state, value: own.state[shown.state] },
    { label: rows.code, value: shown.code ? writeCode(shown.code) : '' },
    { label: rows.when, value: when },
    { label: rows.office, value: [shown.office, shown.title].join(' – ') },
    { label: rows.where, value: shown.online ? confirmed.online : (shown.address ?? place.noAddress) },
    { label: rows.reason, value: shown.reason },
    { label: rows.details, value: shown.details },
  ]
  return all.filter(({ value }) => value !== '')
}

/** The place that is offered to whoever waited: still theirs, or gone. */
export function showOffer({ words, locale, directory }: App.Locals, shown: ShownAppointment, { state, waiting }: Appointment) {
  if (waiting === null || (state !== 'held' && state !== 'cancelled') || shown.code !== null) return null
  const { own } = words.booking
  const until = shown.offeredUntil && writeMoment(shown.offeredUntil, locale, directory.tenant.settings.calendar.zone)
  return state === 'held' && until
    ? { open: true, text: fill(own.offerText, { until }) }
    : { open: false, text: own.offerGoneText }
}

type Event = { readonly locals: App.Locals; readonly url: URL }

/** Whether it can be moved and cancelled, with the free times for the same reason; where not, what to do instead. */
export async function showChanges({ locals, url }: Event, { appointment, calendar }: OwnAppointment, shown: ShownAppointment) {
  const { installation, words, locale, directory } = locals
  const { own } = words.booking
  const may = mayChange(appointment, calendar, { kind: 'guest' }, installation.world.now())
  if (!may.ok && may.refusal === 'too_late') return { open: false, text: fill(own.tooLateText, shown.contact) } as const
  if (!may.ok) return null
  const asked = { calendar, reason: appointment.reason }
  const chosen = readSlot(url.searchParams.get('orario') ?? '')
  const nearest: readonly ShownSlot[] =
    appointment.disrupted || chosen ? await showNearest(locals, { ...asked, near: chosen ?? appointment.from }) : []
  return {
    open: true,
    until: fill(own.changesUntil, { until: writeMoment(shown.changesUntil, locale, directory.tenant.settings.calendar.zone) }),
    disrupted: appointment.disrupted,
    wanted: url.searchParams.has('mese') || chosen !== null || appointment.disrupted,
    chosen: chosen?.toISOString(),
    nearest,
    times: await showFreeTimes(locals, { ...asked, month: url.searchParams.get('mese') }),
  } as const
}
