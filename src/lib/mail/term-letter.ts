import type { WatchedTerm } from '#domain/clocks/term-notice.ts'
import type { Locale } from '#domain/shared/words.ts'
import { writeDay } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** What is told of a term to those who have the report. */
export const termEvents = ['term_warned', 'term_late', 'term_very_late'] as const

export type TermEvent = (typeof termEvents)[number]

export type TermLetterFacts = {
  readonly kind: TermEvent
  readonly term: WatchedTerm
  readonly body: { readonly name: string; readonly zone: string }
  readonly name: string
  readonly report: { readonly number: number; readonly title: string; readonly due: Date }
  readonly office: string
  readonly owner: string | null
  readonly link: string
}

/** The letter to a colleague whose report is due soon, or late. */
export function composeTermLetter(
  { kind, term, body, name, report, office, owner, link }: TermLetterFacts,
  { terms }: Pick<Dictionary, 'terms'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { letter } = terms
  const values = { number: report.number, title: report.title.replace(/\s+/g, ' ') }
  const rows = [
    { label: letter.rows.number, value: String(report.number) },
    { label: letter.rows.title, value: values.title },
    { label: letter.rows.office, value: office },
    ...(owner ? [{ label: letter.rows.owner, value: owner }] : []),
    { label: letter.rows.due, value: writeDay(report.due, locale, body.zone) },
  ]
  const lead = fill(letter.lead[kind], { term: terms.term[term] })
  const draft: LetterDraft = {
    lang: locale,
    body: body.name,
    subject: fill(letter.subject[kind], values),
    heading: lead,
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name }) },
      { kind: 'rows', rows },
      { kind: 'button', label: letter.button, href: link, hint: letter.hint },
      { kind: 'small', lines: [letter.why] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
