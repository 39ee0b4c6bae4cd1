import type { Link } from '#domain/shared/link.ts'
import { textsOf } from '../../../../read-form.server.ts'
import { keepTyped } from './contact-rows.server.ts'

const names = ['document-label', 'document-label-en', 'document-href'] as const

/** The documents that a form says, once their files were taken. */
export function readDocuments(form: FormData): readonly Link[] {
  keepTyped(form, names, names)
  const [labels, english, addresses] = names.map((name) => textsOf(form, name))
  return (labels ?? []).map((it, n) => ({ label: { it, ...(english?.[n] && { en: english[n] }) }, href: addresses?.[n] ?? '' }))
}

/** The same as the fields show them. */
export function documentsAsTyped(documents: readonly Link[]): Readonly<Record<(typeof names)[number], readonly string[]>> {
  return {
    'document-label': documents.map(({ label }) => label.it),
    'document-label-en': documents.map(({ label }) => label.en ?? ''),
    'document-href': documents.map(({ href }) => href),
  }
}
