import type { Locale } from '#domain/shared/words.ts'
import { writeDay } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** What the letter to somebody outside says: nothing but what was chosen for them. */
export type SupplierLetterFacts = {
  readonly body: { readonly name: string; readonly zone: string; readonly phone: string; readonly email: string }
  readonly name: string
  readonly number: number
  readonly category: string
  readonly address: string | null
  readonly description: string
  readonly until: Date
  readonly link: string
}

/** The letter that brings somebody outside the link to the work that they are asked to do. */
export function composeSupplierLetter(
  facts: SupplierLetterFacts,
  { suppliers }: Pick<Dictionary, 'suppliers'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { letter, page } = suppliers
  const { body, number } = facts
  const named = { body: body.name, number }
  const rows = [
    { label: letter.rows.number, value: `n. ${number}` },
    { label: letter.rows.category, value: facts.category },
    ...(facts.address ? [{ label: letter.rows.place, value: facts.address }] : []),
    { label: letter.rows.until, value: writeDay(facts.until, locale, body.zone) },
  ]
  const draft: LetterDraft = {
    lang: locale,
    body: body.name,
    subject: fill(letter.subject, named),
    heading: letter.heading,
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name: facts.name }) },
      { kind: 'paragraph', text: fill(letter.lead, named) },
      { kind: 'rows', rows },
      { kind: 'quote', label: letter.quote, text: facts.description },
      { kind: 'button', label: letter.button, href: facts.link, hint: letter.hint },
      { kind: 'small', lines: [letter.private] },
      { kind: 'small', lines: [fill(page.contacts, { body: body.name, phone: body.phone, email: body.email })] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
