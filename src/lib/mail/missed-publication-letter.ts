import type { Nonconformity } from '#domain/services/check-conformity.ts'
import type { Locale } from '#domain/shared/words.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** What a letter says of a sheet that could not be published when it was to be. */
export type MissedPublicationFacts = {
  readonly body: { readonly name: string; readonly zone: string }
  readonly name: string
  readonly title: string
  readonly at: Date
  readonly lacks: readonly Nonconformity[]
  readonly link: string
}

/** The letter to whoever administers the body: which sheet, when it was to be published, what it lacks. */
export function composeMissedPublication(
  { body, name, title, at, lacks, link }: MissedPublicationFacts,
  { serviceEditor }: Pick<Dictionary, 'serviceEditor'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { schedule, conformity } = serviceEditor
  const { letter } = schedule
  const said = { title, date: writeMoment(at, locale, body.zone) }
  const missing = lacks.map(({ criterion, part }) => fill(conformity.line, { criterion, text: conformity.parts[part] }))
  const draft: LetterDraft = {
    lang: locale,
    body: body.name,
    subject: fill(letter.subject, said),
    heading: letter.heading,
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name }) },
      { kind: 'paragraph', text: fill(letter.lead, said) },
      ...(missing.length > 0 ? [{ kind: 'quote', label: letter.lacks, text: missing.join('\n') } as const] : []),
      { kind: 'button', label: letter.button, href: link, hint: letter.hint },
      { kind: 'small', lines: [fill(letter.why, { body: body.name })] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
