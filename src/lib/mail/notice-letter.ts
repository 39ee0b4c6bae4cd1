import type { WatchedTerm } from '#domain/clocks/term-notice.ts'
import type { Notice } from '#domain/conversations/notice.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import type { Locale } from '#domain/shared/words.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { writeDay } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** What is told: of a term, also how late it is. */
export type NoticeKind = Exclude<Notice, 'warned' | 'late'> | 'term_warned' | 'term_late' | 'term_very_late'

export type NoticeFacts = {
  readonly kind: NoticeKind
  readonly body: { readonly name: string; readonly zone: string }
  readonly name: string
  /** Who did it, where that was a person. */
  readonly by: string | null
  readonly report: { readonly number: number; readonly kind: ReportKind; readonly title: string }
  /** The term that it is about, or the next one. */
  readonly due: { readonly term: WatchedTerm; readonly at: Date }
  readonly office: string
  readonly owner: string | null
  readonly said: string | null
  readonly link: string
  /** Where one says that one wants no such letters. */
  readonly wishes: string
}

/** The letter to somebody of the staff about a report of theirs. */
export function composeNotice(
  facts: NoticeFacts,
  words: Pick<Dictionary, 'notices' | 'terms'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { kind, body, name, report, due, said, link, wishes } = facts
  const { notices, terms } = wordsForKind(words, report.kind, locale)
  const { letter } = notices
  const by = facts.by ?? (kind === 'author' ? letter.author : body.name)
  const values = { by, number: report.number, title: report.title.replace(/\s+/g, ' '), term: terms.term[due.term] }
  const rows = [
    { label: letter.rows.number, value: String(report.number) },
    { label: letter.rows.title, value: values.title },
    { label: letter.rows.office, value: facts.office },
    ...(facts.owner ? [{ label: letter.rows.owner, value: facts.owner }] : []),
    { label: letter.rows.due, value: writeDay(due.at, locale, body.zone) },
  ]
  const draft: LetterDraft = {
    lang: locale,
    body: body.name,
    subject: fill(letter.subject[kind], values),
    heading: fill(letter.heading[kind], values),
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name }) },
      { kind: 'rows', rows },
      ...(said === null ? [] : [{ kind: 'quote', label: fill(letter.said, values), text: said } as const]),
      { kind: 'button', label: letter.button, href: link, hint: letter.hint },
      { kind: 'small', lines: [letter.why[kind === 'mentioned' ? 'mentioned' : 'works'], `${letter.stop}: ${wishes}`] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
