import type { Locale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** What a letter says of a place in the waiting list. */
export type WaitingLetterFacts = {
  readonly body: string
  readonly name: string
  readonly reason: string
  readonly office: string
  /** Civil dates (ISO), both included. */
  readonly firstDay: string
  readonly lastDay: string
  /** The longest that an offer stands. */
  readonly hours: number
  /** Where it is looked at and left. */
  readonly link: string
  readonly contact: { readonly phone: string; readonly email: string }
}

/** The letter to whoever joined the waiting list: what they wait for, how an offer comes and how long it stands, and the way to leave. */
export function composeWaitingLetter(
  { body, name, reason, office, firstDay, lastDay, hours, link, contact }: WaitingLetterFacts,
  { appointments: { waitingLetter, letter } }: Pick<Dictionary, 'appointments'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const days = { first: writeCivilDate(firstDay, locale), last: writeCivilDate(lastDay, locale) }
  const draft: LetterDraft = {
    lang: locale,
    body,
    subject: fill(waitingLetter.subject, { reason }),
    heading: waitingLetter.heading,
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name }) },
      { kind: 'paragraph', text: waitingLetter.lead },
      {
        kind: 'rows',
        rows: [
          { label: letter.rows.reason, value: reason },
          { label: letter.rows.office, value: office },
          { label: waitingLetter.days, value: firstDay === lastDay ? days.first : fill(waitingLetter.span, days) },
        ],
      },
      { kind: 'paragraph', text: fill(waitingLetter.offer, { hours }) },
      { kind: 'button', label: waitingLetter.button, href: link, hint: letter.hint },
      { kind: 'small', lines: [waitingLetter.noBooking, fill(letter.contacts, { body, ...contact })] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
