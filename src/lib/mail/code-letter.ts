import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** The letter with the code by which somebody signs in; the subject keeps it from whoever sees the screen of a locked telephone. */
export function composeCodeLetter(
  { body, code, until }: { readonly body: string; readonly code: string; readonly until: string },
  { citizens: { codeLetter: letter } }: Pick<Dictionary, 'citizens'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const draft: LetterDraft = {
    lang: locale,
    body,
    subject: fill(letter.subject, { body }),
    heading: letter.heading,
    parts: [
      { kind: 'paragraph', text: fill(letter.lead, { until }) },
      { kind: 'code', label: letter.code, code },
      { kind: 'paragraph', text: letter.warning },
      { kind: 'small', lines: [letter.why] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
