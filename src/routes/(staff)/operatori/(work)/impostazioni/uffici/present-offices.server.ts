import { type Office, officeKinds } from '#domain/offices/office.ts'
import { officeTree, withOfficesBelow } from '#domain/offices/tree.ts'
import { isId, type OfficeId } from '#domain/shared/id.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import { parseCoordinates } from '#domain/shared/parse-place.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'
import { textOf } from '../../../../../read-form.server.ts'
import { readPoints } from '../contact-rows.server.ts'
import { readDocuments } from '../document-rows.server.ts'
import type { FileField } from '../take-files.server.ts'
import { openingIn } from '../weekly-hours.server.ts'

/** The fields of the form of an office that take files. */
export const filesOfOffice: readonly FileField[] = [{ stem: 'document', kind: 'document', rows: true }]

type Offices = readonly Office[]

/** The offices as the tree is read, each with how deep it stands. */
export function treeOf(offices: Offices, locale: Locale) {
  return officeTree(offices, ({ name }) => inLocale(name, locale))
}

/** The offices under which one may stand: those that work, and neither itself nor any below it. */
export function parentChoices(of: OfficeId | null, offices: Offices, locale: Locale): readonly Option[] {
  const below = of ? withOfficesBelow(offices, of) : new Set<OfficeId>()
  return treeOf(offices, locale)
    .filter(({ office }) => office.active && !below.has(office.id))
    .map(({ office, depth }) => ({ value: office.id, label: indented(office, depth, locale) }))
}

/** The types of unit to choose from. */
export function kindChoices({ words }: App.Locals): readonly Option[] {
  return officeKinds.map((value) => ({ value, label: words.offices.kinds[value] }))
}

/** The offices that work, as the tree is read. */
export function officeChoices(offices: Offices, locale: Locale): readonly Option[] {
  return parentChoices(null, offices, locale)
}

/** The offices that work, but one: who may take over from it. */
export function successorChoices(but: OfficeId, offices: Offices, locale: Locale): readonly Option[] {
  return treeOf(offices, locale)
    .filter(({ office }) => office.active && office.id !== but)
    .map(({ office, depth }) => ({ value: office.id, label: indented(office, depth, locale) }))
}

function indented({ name }: Office, depth: number, locale: Locale): string {
  return `${'– '.repeat(depth)}${inLocale(name, locale)}`
}

/** What the form of an office says. */
export function readOffice(form: FormData) {
  const words = (name: string) => {
    const english = textOf(form, `${name}-en`).trim()
    return { it: textOf(form, name).trim(), ...(english !== '' && { en: english }) }
  }
  const contact = (name: string) => textOf(form, name).trim() || null
  return {
    parent: readOfficeId(form, 'parent'),
    code: textOf(form, 'code').trim(),
    kind: oneOf(officeKinds, textOf(form, 'kind')) ?? 'office',
    points: readPoints(form),
    documents: readDocuments(form),
    name: words('name'),
    competences: words('competences'),
    hours: words('hours'),
    opening: openingIn(form),
    email: contact('email'),
    phone: contact('phone'),
    pec: contact('pec'),
    address: contact('address'),
    place: contact('place') === null ? null : (parseCoordinates(textOf(form, 'place')) ?? nowhere),
    access: words('access'),
  }
}

/** A place that was typed and is none; the rule refuses it beside its field. */
const nowhere = { longitude: Number.NaN, latitude: Number.NaN }

/** An office as a form names it; none where it does not. */
export function readOfficeId(form: FormData, name: string): OfficeId | null {
  const text = textOf(form, name)
  return isId(text) ? (text as OfficeId) : null
}
