import type { ToldKind } from '#domain/appointments/appointment-event.ts'
import { type ShownAppointment, writeCode } from '#domain/appointments/shown-appointment.ts'
import type { Locale } from '#domain/shared/words.ts'
import { writeDay, writeMoment, writeTime } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, type LetterPart, type LetterRow, letterHtml, letterText } from './letter-parts.ts'

/** What a letter says of an appointment. */
export type AppointmentLetterFacts = {
  readonly kind: ToldKind
  readonly appointment: ShownAppointment
  readonly body: { readonly name: string; readonly zone: string }
  readonly name: string
  /** When it was before it was moved. */
  readonly before: Date | null
  /** Free slots, where another one has to be chosen. */
  readonly alternatives: readonly Date[]
  /** By which whoever waits leaves the line. */
  readonly leaveLink: string | null
}

/** The letter to whoever comes: what happened, when and where it is, what to bring, and the way to change it. */
export function composeAppointmentLetter(
  facts: AppointmentLetterFacts,
  { appointments }: Pick<Dictionary, 'appointments'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { letter } = appointments
  const { body, kind, before, appointment, leaveLink } = facts
  const { from, to, offeredUntil, changesUntil, link, contact, office } = appointment
  const moment = (instant: Date) => writeMoment(instant, locale, body.zone)
  const named = {
    day: writeDay(from, locale, body.zone),
    hour: writeTime(from, locale, body.zone),
    end: writeTime(to, locale, body.zone),
    before: before ? moment(before) : '',
    until: offeredUntil ? moment(offeredUntil) : '',
    where: whereOf(appointment, letter) ?? office,
  }
  const said = letter.happened[kind]
  const changes = fill(letter.changes, { until: moment(changesUntil) })
  const draft: LetterDraft = {
    lang: locale,
    body: body.name,
    subject: fill(said.subject, named),
    heading: said.heading,
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name: facts.name }) },
      { kind: 'paragraph', text: fill(said.lead, named) },
      { kind: 'rows', rows: rowsOf(appointment, letter, named) },
      ...toBring(facts, letter.bring),
      ...otherSlots(facts, letter.alternatives, moment),
      { kind: 'button', label: said.button, href: kind === 'rating_asked' ? `${link}#rating` : link, hint: letter.hint },
      { kind: 'small', lines: isToCome(kind) ? [changes, letter.private] : [letter.private] },
      ...waitingNoMore(leaveLink, letter),
      { kind: 'small', lines: [fill(letter.contacts, { body: body.name, ...contact })] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}

type LetterWords = Dictionary['appointments']['letter']

function rowsOf(
  appointment: ShownAppointment,
  letter: LetterWords,
  named: Readonly<Record<string, string>>,
): readonly LetterRow[] {
  const { code, office, reason } = appointment
  const { rows, when } = letter
  const where = whereOf(appointment, letter)
  return [
    ...(code ? [{ label: rows.code, value: writeCode(code) }] : []),
    { label: rows.when, value: fill(when, named) },
    { label: rows.office, value: office },
    ...(where ? [{ label: rows.where, value: where }] : []),
    { label: rows.reason, value: reason },
  ]
}

function whereOf({ online, address }: ShownAppointment, letter: LetterWords): string | null {
  return online ? letter.online : address
}

/** What can still be moved and cancelled. */
function isToCome(kind: ToldKind): boolean {
  return kind !== 'cancelled' && kind !== 'offered' && kind !== 'rating_asked'
}

function waitingNoMore(href: string | null, { leave, leaveLink }: LetterWords): readonly LetterPart[] {
  return href ? [{ kind: 'links', label: leave, links: [{ label: leaveLink, href }] }] : []
}

function toBring({ kind, appointment: { bring } }: AppointmentLetterFacts, label: string): readonly LetterPart[] {
  return bring === '' || kind === 'cancelled' || kind === 'rating_asked' ? [] : [{ kind: 'quote', label, text: bring }]
}

/** Each slot opens the page of the appointment with it already chosen. */
function otherSlots(
  { alternatives, appointment: { link } }: AppointmentLetterFacts,
  label: string,
  moment: (instant: Date) => string,
): readonly LetterPart[] {
  if (alternatives.length === 0) return []
  const links = alternatives.map((slot) => {
    const href = new URL(link)
    href.searchParams.set('orario', slot.toISOString())
    return { label: moment(slot), href: href.href }
  })
  return [{ kind: 'links', label, links }]
}
