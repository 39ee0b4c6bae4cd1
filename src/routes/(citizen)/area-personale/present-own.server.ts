import { type Appointment, mayChange } from '#domain/appointments/appointment.ts'
import type { Waiting } from '#domain/appointments/waiting.ts'
import { type NextStep, nextStep } from '#domain/citizens/next-step.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeDate, writeDay, writeMoment, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { signAppointmentLink, signReportLink, signWaitingLink } from '#server/gateways/secrets.ts'
import { showAppointment } from '#server/queries/appointments/show-appointment.ts'
import type { OwnReport } from '#server/queries/citizens/list-own-reports.ts'
import { type Draft, formOf } from '#server/storage/drafts.ts'
import { endOf } from '../held-drafts.server.ts'
import { linkedBy } from '../prenota-appuntamento/linked.server.ts'

export type ShownOwnReport = ReturnType<typeof presentReport>
/** Something to come to, or to wait for, as the area lists it. */
export type ShownOwnAppointment = {
  readonly href: string
  readonly state: string
  readonly when: string
  readonly what: string
  readonly where: string
  /** Until when it is moved or cancelled, where it still is. */
  readonly until: string | null
}

/** A report or request of one's own: where it stands and what comes next, with the way to its private page. */
export function presentReport(report: OwnReport, { installation, directory, locale, words }: App.Locals) {
  const { area } = words.citizens
  const { zone } = directory.tenant.settings.calendar
  const step = nextStep(report, installation.world.now())
  return {
    href: `/segui/${signReportLink(installation.world.secret, directory.tenant.id, report.id)}`,
    title: report.title || words.reports.kind[report.kind],
    about: `${words.reports.kind[report.kind]} · ${fill(area.number, { number: report.number })}`,
    stage: report.stage,
    sent: fill(area.sent, { date: writeDate(report.submittedAt, locale, zone) }),
    next: fill(area.next[step.kind], { date: dayOf(step) }),
  }

  function dayOf(next: NextStep): string {
    if ('due' in next) return writeDay(next.due, locale, zone)
    return 'day' in next ? writeCivilDate(next.day, locale) : ''
  }
}

/** An appointment of one's own, with the way to the page where it is moved and cancelled, and until when. */
export function presentAppointment(appointment: Appointment, locals: App.Locals, url: URL): ShownOwnAppointment {
  const { installation, directory, locale, words } = locals
  const { own, confirmed, place } = words.booking
  const { zone } = directory.tenant.settings.calendar
  const { secret } = installation.world
  const shown = showAppointment(linkedBy(locals, url), appointment, locale)
  const calendar = directory.calendars.get(appointment.calendar)
  const may = calendar && mayChange(appointment, calendar, { kind: 'guest' }, installation.world.now()).ok
  const span = {
    day: writeDay(shown.from, locale, zone),
    from: writeTime(shown.from, locale, zone),
    to: writeTime(shown.to, locale, zone),
  }
  return {
    href: `/appuntamenti/${signAppointmentLink(secret, directory.tenant.id, appointment.id)}`,
    state: shown.disrupted && may ? own.disrupted : own.state[shown.state],
    when: fill(confirmed.span, span),
    what: shown.reason,
    where: `${shown.office} · ${shown.online ? place.online : (shown.address ?? place.noAddress)}`,
    until: may ? fill(own.changesUntil, { until: writeMoment(shown.changesUntil, locale, zone) }) : null,
  }
}

/** A place in a waiting list, with the way to the page where it is left. */
export function presentWaiting(waiting: Waiting, { installation, directory, locale, words }: App.Locals): ShownOwnAppointment {
  const { title, days } = words.booking.waiting
  const calendar = directory.calendars.get(waiting.calendar)
  const office = calendar && directory.offices.get(calendar.office)
  const reason = calendar?.reasons.find(({ code }) => code === waiting.reason)
  const span = { first: writeCivilDate(waiting.firstDay, locale), last: writeCivilDate(waiting.lastDay, locale) }
  return {
    href: `/appuntamenti/attesa/${signWaitingLink(installation.world.secret, directory.tenant.id, waiting.id)}`,
    state: title,
    when: fill(days, span),
    what: reason ? inLocale(reason.name, locale) : '',
    where: office ? inLocale(office.name, locale) : '',
    until: null,
  }
}

const longestTitle = 80

/** Something unfinished: what it is, as far as it says so, and until when it is kept. */
export function presentDraft(draft: Draft<object>, locals: App.Locals) {
  const { form, own } = locals.words.unfinished
  const said = draft.content as Readonly<Record<'title' | 'details' | 'description', string | undefined>>
  const title = [said.title, said.description, said.details].find((text) => text?.trim())
  return {
    id: draft.id as string,
    form: form[formOf(draft.content)],
    title: title && (title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title),
    until: fill(own.until, { date: endOf(locals, draft) }),
  }
}
