import type { AuthorLetterFacts } from '#domain/conversations/author-letter-facts.ts'
import { fillPersonal } from '#domain/conversations/placeholder.ts'
import type { EventKind } from '#domain/reports/event.ts'
import type { Locale } from '#domain/shared/words.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { writeCivilDate, writeDay } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, type LetterPart, type LetterRow, letterHtml, letterText } from './letter-parts.ts'
import { withoutLinks } from './without-links.ts'

/** What a letter can tell the author of. */
export type ToldKind = keyof Dictionary['mail']['happened']

type ToldFacts = AuthorLetterFacts<ToldKind>

type Words = Pick<Dictionary, 'mail' | 'reports' | 'templates'>

/** Whether there are words for it; of everything else the author is not told by mail. */
export function isTold(kind: EventKind, { mail }: Pick<Words, 'mail'>): kind is ToldKind {
  return Object.hasOwn(mail.happened, kind)
}

/** The letter that tells the author what happened to their report, in their language: subject, plain text and HTML say the same. */
export function composeAuthorLetter(
  facts: ToldFacts,
  said: Words,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const words = wordsForKind(said, facts.report.kind, locale)
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
      ...quoteOf(facts, words, plain),
      ...filesOf(facts, mail),
      ...(facts.reopenUntil ? [{ kind: 'paragraph' as const, text: fill(mail.reopen, { date: dayOf(facts.reopenUntil) }) }] : []),
      { kind: 'button', label: happened.button, href: facts.link, hint: mail.linkHint },
      { kind: 'small', lines: [mail.privateLink] },
      { kind: 'small', lines: contacts(facts, mail) },
      { kind: 'small', lines: [fill(mail.why, { body: facts.body.name, date: dayOf(facts.report.submittedAt) })] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}

function greeting({ author }: ToldFacts, mail: Words['mail'], plain: (text: string) => string): string {
  const name = plain([author.firstName, author.lastName].filter(Boolean).join(' '))
  return name === '' ? mail.greetingNobody : fill(mail.greeting, { name })
}

function rowsOf(
  facts: ToldFacts,
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
    category: arrived && report.kind !== 'assistance' ? report.category : null,
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

function partsOf({ parts }: ToldFacts, mail: Words['mail'], plain: (text: string) => string): readonly LetterPart[] {
  const rows = parts.map(({ number, title }) => ({ label: fill(mail.part, { number }), value: plain(title) }))
  return rows.length > 0 ? [{ kind: 'rows', rows }] : []
}

/** The words of the body, with what is the author's own filled in. */
function quoteOf(facts: ToldFacts, { mail, templates }: Words, plain: (text: string) => string): readonly LetterPart[] {
  const { kind, message, body, author, link } = facts
  if (message === null) return []
  const label = kind === 'asked' ? mail.question : fill(mail.reply, { body: body.name })
  const name = plain([author.firstName, author.lastName].filter(Boolean).join(' '))
  const text = fillPersonal(message, { values: { nome: name || null, link }, neutral: templates.neutral })
  return [{ kind: 'quote', label, text }]
}

function filesOf({ files }: ToldFacts, mail: Words['mail']): readonly LetterPart[] {
  const links = files.map(({ name, href }) => ({ label: oneLine(name), href }))
  return links.length > 0 ? [{ kind: 'links', label: mail.files, links }] : []
}

function contacts({ body, desk }: ToldFacts, mail: Words['mail']): readonly string[] {
  return [
    `${mail.deskContacts}: ${body.name}, ${desk.name}`,
    fill(mail.phone, { phone: desk.phone }),
    fill(mail.email, { email: desk.email }),
  ]
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
