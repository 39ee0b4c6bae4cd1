import { type ContactPoint, contactKinds } from '#domain/offices/contact-point.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import type { Option } from '#lib/forms/field.ts'
import { textsOf } from '../../../../read-form.server.ts'

const names = ['contact-kind', 'contact-value', 'contact-note'] as const

/** Leaves out the rows of a form in which nothing was typed, from the form too: a refusal names the row by its number. */
export function keepTyped(form: FormData, fields: readonly string[], telling: readonly string[]): number {
  const rows = fields.map((field) => textsOf(form, field).map((text) => text.trim()))
  const length = Math.max(0, ...rows.map((texts) => texts.length))
  const tells = (n: number) => fields.some((field, at) => telling.includes(field) && (rows[at]?.[n] ?? '') !== '')
  const kept = Array.from({ length }, (_, n) => n).filter(tells)
  for (const [at, field] of fields.entries()) {
    form.delete(field)
    for (const n of kept) form.append(field, rows[at]?.[n] ?? '')
  }
  return kept.length
}

/** The contact points that a form says. */
export function readPoints(form: FormData): readonly ContactPoint[] {
  keepTyped(form, names, ['contact-value', 'contact-note'])
  const [kinds, values, notes] = names.map((name) => textsOf(form, name))
  return (values ?? []).map((value, n) => ({
    kind: oneOf(contactKinds, kinds?.[n] ?? '') ?? 'phone',
    value,
    note: notes?.[n] ?? '',
  }))
}

/** The same as the fields show them. */
export function pointsAsTyped(points: readonly ContactPoint[]): Readonly<Record<(typeof names)[number], readonly string[]>> {
  return {
    'contact-kind': points.map(({ kind }) => kind),
    'contact-value': points.map(({ value }) => value),
    'contact-note': points.map(({ note }) => note),
  }
}

/** The types of contact to choose from. */
export function contactChoices({ words }: App.Locals): readonly Option[] {
  return contactKinds.map((value) => ({ value, label: words.offices.contact.kinds[value] }))
}

/** The contact points as people call them. */
export function pointsInWords(points: readonly ContactPoint[], { words }: App.Locals): readonly string[] {
  const { kinds } = words.offices.contact
  return points.map(({ kind, value, note }) => `${kinds[kind]}: ${value}${note && ` (${note})`}`)
}
