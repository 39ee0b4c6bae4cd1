import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** By what something unfinished is gone on with, and until when; the page is where the code is typed. */
export type DraftLetterFacts = {
  readonly body: string
  readonly link: string
  readonly page: string
  readonly code: string
  readonly until: string
}

/** The letter with the link and the code by which something unfinished is gone on with; it repeats nothing of what was typed. */
export function composeDraftLetter(
  { body, link, page, code, until }: DraftLetterFacts,
  { unfinished: { letter } }: Pick<Dictionary, 'unfinished'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const draft: LetterDraft = {
    lang: locale,
    body,
    subject: fill(letter.subject, { body }),
    heading: letter.heading,
    parts: [
      { kind: 'paragraph', text: fill(letter.lead, { until }) },
      { kind: 'button', label: letter.button, href: link, hint: letter.hint },
      { kind: 'paragraph', text: fill(letter.byCode, { page }) },
      { kind: 'code', label: letter.code, code },
      { kind: 'small', lines: [letter.why] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
