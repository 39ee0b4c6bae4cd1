import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** The letter with the link by which something unfinished is gone on with; it repeats nothing of what was typed. */
export function composeDraftLetter(
  { body, link }: { readonly body: string; readonly link: string },
  { assistance: { draftLetter: letter } }: Pick<Dictionary, 'assistance'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const draft: LetterDraft = {
    lang: locale,
    body,
    subject: fill(letter.subject, { body }),
    heading: letter.heading,
    parts: [
      { kind: 'paragraph', text: letter.lead },
      { kind: 'button', label: letter.button, href: link, hint: letter.hint },
      { kind: 'small', lines: [letter.why] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
