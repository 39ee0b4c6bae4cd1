import { readPicture, writePicture } from '../files/picture-form.ts'
import { contactKinds } from '../offices/contact-point.ts'
import type { OfficeId } from '../shared/id.ts'
import { manyOf, oneOf } from '../shared/known-words.ts'
import type { Link } from '../shared/link.ts'
import type { Words } from '../shared/words.ts'
import { sheetTexts } from './check-sheet.ts'
import { businessEvents, lifeEvents } from './life-event.ts'
import { type Phase, type ServiceDraft, type ServiceId, type ServiceSheet, type Span, spanUnits } from './service.ts'
import { serviceCategories } from './service-category.ts'
import { topics } from './topic.ts'

/** What stands in the fields of a form, by their names. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** The lists of a sheet that grow by rows: the fields of a row, and those that make it one. */
export const sheetRows = {
  needed: { fields: ['needed-line', 'needed-line-en'], telling: ['needed-line', 'needed-line-en'] },
  phases: {
    fields: ['phase-title', 'phase-subtitle', 'phase-amount', 'phase-unit', 'phase-date', 'phase-title-en', 'phase-subtitle-en'],
    telling: ['phase-title', 'phase-subtitle', 'phase-amount', 'phase-date', 'phase-title-en', 'phase-subtitle-en'],
  },
  documents: {
    fields: ['document-label', 'document-label-en', 'document-href'],
    telling: ['document-label', 'document-label-en', 'document-href'],
  },
  contacts: {
    fields: ['contact-kind', 'contact-value', 'contact-note', 'contact-note-en'],
    telling: ['contact-value', 'contact-note', 'contact-note-en'],
  },
} as const satisfies Record<string, { readonly fields: readonly string[]; readonly telling: readonly string[] }>

export type SheetRows = keyof typeof sheetRows

/** The same without the rows in which nothing was typed: a refusal names a row by its number. */
export function withoutEmptyRows(typed: Typed): Typed {
  const kept = Object.values(sheetRows).flatMap(({ fields, telling }) => {
    const rows = rowsOf(typed, fields).filter((row) => telling.some((field) => (row[field] ?? '').trim() !== ''))
    return fields.map((field): [string, readonly string[]] => [field, rows.map((row) => row[field] ?? '')])
  })
  return { ...typed, ...Object.fromEntries(kept) }
}

/** The same with one more row at the end of a list. */
export function withRow(typed: Typed, list: SheetRows): Typed {
  const grown = sheetRows[list].fields.map((field): [string, readonly string[]] => [field, [...(typed[field] ?? []), '']])
  return { ...typed, ...Object.fromEntries(grown) }
}

function rowsOf(typed: Typed, fields: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const length = Math.max(0, ...fields.map((field) => typed[field]?.length ?? 0))
  return Array.from({ length }, (_, n) => Object.fromEntries(fields.map((field) => [field, (typed[field]?.[n] ?? '').trim()])))
}

/** What is written of a service: offices and services named by id, or as a file names them. */
type Written<Office, Service> = Pick<ServiceDraft, 'featured'> & { readonly sheet: ServiceSheet<Office, Service> }

/** What a form says of a service, right or wrong. */
export function readDraft<Office extends string = OfficeId, Service extends string = ServiceId>(
  given: Typed,
): Written<Office, Service> {
  const typed = withoutEmptyRows(given)
  const text = (name: string) => (typed[name]?.[0] ?? '').trim()
  const words = (name: string) => wordsOf(text(name), text(`${name}-en`))
  const texts = Object.fromEntries(sheetTexts.map((name) => [name, words(name)])) as Pick<
    ServiceSheet,
    (typeof sheetTexts)[number]
  >
  const first = oneOf(serviceCategories, text('category'))
  const others = manyOf(serviceCategories, typed.categories ?? []).filter((one) => one !== first)
  const link = (name: string) => linkOf(text(`${name}-label`), text(`${name}-label-en`), text(`${name}-href`))
  const sheet: ServiceSheet<Office, Service> = {
    ...texts,
    active: (typed.active?.length ?? 0) > 0,
    categories: first ? [first, ...others] : others,
    topics: manyOf(topics, typed.topics ?? []),
    lifeEvents: manyOf(lifeEvents, typed.lifeEvents ?? []),
    businessEvents: manyOf(businessEvents, typed.businessEvents ?? []),
    synonyms: linesOf(text('synonyms')),
    picture: readPicture(text),
    responseTime: spanOf(text('response-amount'), text('response-unit')),
    online: link('online'),
    offices: (typed.offices ?? []) as readonly Office[],
    booking: (typed.booking?.length ?? 0) > 0,
    conditions: link('conditions'),
    responsible: text('responsible') === '' ? null : (text('responsible') as Office),
    related: (typed.related ?? []) as readonly Service[],
    ipaCode: text('ipaCode'),
    nace: linesOf(text('nace')),
    ...readRows(typed),
  }
  return { featured: (typed.featured?.length ?? 0) > 0, sheet }
}

function readRows(typed: Typed): Pick<ServiceSheet, 'neededList' | 'phases' | 'documents' | 'contacts'> {
  const rows = (list: SheetRows) => rowsOf(typed, sheetRows[list].fields)
  return {
    neededList: rows('needed').map((row) => wordsOf(row['needed-line'], row['needed-line-en'])),
    phases: rows('phases').map(
      (row): Phase => ({
        title: wordsOf(row['phase-title'], row['phase-title-en']),
        subtitle: wordsOf(row['phase-subtitle'], row['phase-subtitle-en']),
        when: spanOf(row['phase-amount'], row['phase-unit']) ?? (row['phase-date'] ? { date: row['phase-date'] } : null),
      }),
    ),
    documents: rows('documents').map((row) => ({
      label: wordsOf(row['document-label'], row['document-label-en']),
      href: row['document-href'] ?? '',
    })),
    contacts: rows('contacts').map((row) => ({
      kind: oneOf(contactKinds, row['contact-kind'] ?? '') ?? 'phone',
      value: row['contact-value'] ?? '',
      note: wordsOf(row['contact-note'], row['contact-note-en']),
    })),
  }
}

function wordsOf(it = '', en = ''): Words {
  return { it, ...(en !== '' && { en }) }
}

function linkOf(label: string, en: string, href: string): Link | null {
  return label === '' && en === '' && href === '' ? null : { label: wordsOf(label, en), href }
}

/** An amount that is none becomes what the rule refuses beside its field. */
function spanOf(amount = '', unit = ''): Span | null {
  return amount === '' ? null : { amount: Number(amount), unit: oneOf(spanUnits, unit) ?? 'days' }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** A service as the fields of its form show it. */
export function writeDraft({ featured, sheet }: Written<string, string>): Typed {
  const { responseTime, phases, documents, contacts, neededList } = sheet
  return {
    ...Object.fromEntries(sheetTexts.flatMap((name) => [...writeWords(name, [sheet[name]])])),
    ...Object.fromEntries([
      ...writeWords('needed-line', neededList),
      ...writeWords(
        'phase-title',
        phases.map(({ title }) => title),
      ),
      ...writeWords(
        'phase-subtitle',
        phases.map(({ subtitle }) => subtitle),
      ),
      ...writeWords(
        'document-label',
        documents.map(({ label }) => label),
      ),
      ...writeWords(
        'contact-note',
        contacts.map(({ note }) => note),
      ),
      ...writeLink('online', sheet.online),
      ...writeLink('conditions', sheet.conditions),
    ]),
    ...writePicture(sheet.picture),
    featured: on(featured),
    active: on(sheet.active),
    booking: on(sheet.booking),
    category: sheet.categories.slice(0, 1),
    categories: sheet.categories.slice(1),
    topics: sheet.topics,
    lifeEvents: sheet.lifeEvents,
    businessEvents: sheet.businessEvents,
    synonyms: [sheet.synonyms.join('\n')],
    'response-amount': [responseTime ? String(responseTime.amount) : ''],
    'response-unit': [responseTime?.unit ?? 'days'],
    'phase-amount': phases.map(({ when }) => (when && 'amount' in when ? String(when.amount) : '')),
    'phase-unit': phases.map(({ when }) => (when && 'unit' in when ? when.unit : 'days')),
    'phase-date': phases.map(({ when }) => (when && 'date' in when ? when.date : '')),
    'document-href': documents.map(({ href }) => href),
    'contact-kind': contacts.map(({ kind }) => kind),
    'contact-value': contacts.map(({ value }) => value),
    offices: sheet.offices,
    responsible: [sheet.responsible ?? ''],
    related: sheet.related,
    ipaCode: [sheet.ipaCode],
    nace: [sheet.nace.join('\n')],
  }
}

function writeWords(name: string, words: readonly Words[]): readonly (readonly [string, readonly string[]])[] {
  return [
    [name, words.map(({ it }) => it)],
    [`${name}-en`, words.map(({ en }) => en ?? '')],
  ]
}

function writeLink(name: string, link: Link | null): readonly (readonly [string, readonly string[]])[] {
  return [...writeWords(`${name}-label`, link ? [link.label] : []), [`${name}-href`, link ? [link.href] : []]]
}

function on(said: boolean): readonly string[] {
  return said ? ['on'] : []
}
