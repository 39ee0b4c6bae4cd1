import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

export type MentionLetterFacts = {
  readonly body: string
  readonly name: string
  /** Who wrote the note. */
  readonly by: string
  readonly report: { readonly number: number; readonly title: string }
  readonly note: string
  readonly link: string
  /** Where one says that one wants no such letters. */
  readonly wishes: string
}

/** The letter to a colleague who was named in a note. */
export function composeMentionLetter(
  { body, name, by, report, note, link, wishes }: MentionLetterFacts,
  { talk }: Pick<Dictionary, 'talk'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { letter } = talk.mention
  const values = { by, number: report.number, title: report.title.replace(/\s+/g, ' ') }
  const draft: LetterDraft = {
    lang: locale,
    body,
    subject: fill(letter.subject, values),
    heading: fill(letter.heading, values),
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name }) },
      { kind: 'quote', label: fill(letter.note, values), text: note },
      { kind: 'button', label: letter.button, href: link, hint: letter.hint },
      { kind: 'small', lines: [letter.why, `${letter.stop}: ${wishes}`] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
