import type { EventKind } from '#domain/reports/event.ts'
import type { DeclineReason } from '#domain/reports/stage.ts'
import type { Locale } from '#domain/shared/words.ts'
import { writeCivilDate, writeDay } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, type LetterPart, type LetterRow, letterHtml, letterText } from './letter-parts.ts'
import { withoutLinks } from './without-links.ts'

/** What a letter can tell the author of. */
export type ToldKind = keyof Dictionary['mail']['happened']

/** What a letter to the author says, gathered when it is written. */
export type AuthorLetterFacts = {
  readonly kind: ToldKind
  readonly body: { readonly name: string; readonly zone: string }
  readonly desk: { readonly name: string; readonly phone: string; readonly email: string }
  readonly author: { readonly firstName: string | null; readonly lastName: string | null }
  readonly report: {
    readonly number: number
    readonly title: string
    readonly category: string
    readonly address: string | null
    readonly submittedAt: Date
    readonly firstReplyDue: Date
    readonly resolutionDue: Date
  }
  readonly office: string | null
  /** Civil date (ISO). */
  readonly plannedFor: string | null
  readonly recipient: string | null
  readonly reason: DeclineReason | null
  /** The public report that this one repeats. */
  readonly duplicateOf: { readonly number: number; readonly address: string } | null
  /** What the body asked or answered. */
  readonly message: string | null
  /** The reports that were made of it. */
  readonly parts: readonly { readonly number: number; readonly title: string }[]
  readonly reopenUntil: Date | null
  /** The private page. */
  readonly link: string
}

type Words = Pick<Dictionary, 'mail' | 'reports'>

/** Whether there are words for it; of everything else the author is not told by mail. */
export function isTold(kind: EventKind, { mail }: Words): kind is ToldKind {
  return Object.hasOwn(mail.happened, kind)
}

/** The letter that tells the author what happened to their report, in their language: subject, plain text and HTML say the same. */
export function composeAuthorLetter(
  facts: AuthorLetterFacts,
  words: Words,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { mail } = words
  const { number, firstReplyDue, resolutionDue } = facts.report
  const happened = mail.happened[facts.kind]
  const plain = (text: string) => oneLine(withoutLinks(text, mail.linkRemoved))
  const dayOf = (instant: Date) => writeDay(instant, locale, facts.body.zone)
  const promise = { number, firstReply: dayOf(firstReplyDue), resolution: dayOf(resolutionDue) }
  const draft: LetterDraft = {
    lang: locale,
    body: facts.body.name,
    subject: fill(happened.subject, { number, title: plain(facts.report.title) }),
    heading: happened.heading,
    parts: [
      { kind: 'paragraph', text: greeting(facts, mail, plain) },
      { kind: 'paragraph', text: fill(happened.lead, promise) },
      { kind: 'rows', rows: rowsOf(facts, words, locale, plain) },
      ...partsOf(facts, mail, plain),
      ...quoteOf(facts, mail),
      ...(facts.reopenUntil ? [{ kind: 'paragraph' as const, text: fill(mail.reopen, { date: dayOf(facts.reopenUntil) }) }] : []),
      { kind: 'button', label: happened.button, href: facts.link, hint: mail.linkHint },
      { kind: 'small', lines: [mail.privateLink] },
      { kind: 'small', lines: contacts(facts, mail) },
      { kind: 'small', lines: [fill(mail.why, { body: facts.body.name, date: dayOf(facts.report.submittedAt) })] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}

function greeting({ author }: AuthorLetterFacts, mail: Words['mail'], plain: (text: string) => string): string {
  const name = plain([author.firstName, author.lastName].filter(Boolean).join(' '))
  return name === '' ? mail.greetingNobody : fill(mail.greeting, { name })
}

function rowsOf(
  facts: AuthorLetterFacts,
  { mail, reports }: Words,
  locale: Locale,
  plain: (text: string) => string,
): readonly LetterRow[] {
  const { report, kind } = facts
  const dayOf = (instant: Date) => writeDay(instant, locale, facts.body.zone)
  const arrived = kind === 'submitted'
  const values: Readonly<Record<keyof Words['mail']['rows'], string | null>> = {
    number: String(report.number),
    title: plain(report.title),
    category: arrived ? report.category : null,
    address: arrived && report.address ? plain(report.address) : null,
    firstReply: arrived ? dayOf(report.firstReplyDue) : null,
    resolution: arrived ? dayOf(report.resolutionDue) : null,
    office: facts.office,
    plannedFor: facts.plannedFor && writeCivilDate(facts.plannedFor, locale),
    recipient: facts.recipient,
    reason: facts.reason && reports.declineReason[facts.reason],
    duplicateOf: facts.duplicateOf && fill(mail.duplicate, facts.duplicateOf),
  }
  const names = Object.keys(mail.rows) as readonly (keyof typeof values)[]
  return names.flatMap((name) => {
    const value = values[name]
    return value ? [{ label: mail.rows[name], value }] : []
  })
}

function partsOf({ parts }: AuthorLetterFacts, mail: Words['mail'], plain: (text: string) => string): readonly LetterPart[] {
  const rows = parts.map(({ number, title }) => ({ label: fill(mail.part, { number }), value: plain(title) }))
  return rows.length > 0 ? [{ kind: 'rows', rows }] : []
}

function quoteOf({ kind, message, body }: AuthorLetterFacts, mail: Words['mail']): readonly LetterPart[] {
  if (message === null) return []
  const label = kind === 'asked' ? mail.question : fill(mail.reply, { body: body.name })
  return [{ kind: 'quote', label, text: message }]
}

function contacts({ body, desk }: AuthorLetterFacts, mail: Words['mail']): readonly string[] {
  return [
    `${mail.deskContacts}: ${body.name}, ${desk.name}`,
    fill(mail.phone, { phone: desk.phone }),
    fill(mail.email, { email: desk.email }),
  ]
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
