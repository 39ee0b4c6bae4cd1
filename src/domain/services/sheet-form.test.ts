import { expect, test } from 'vitest'
import type { OfficeId } from '../shared/id.ts'
import { blankSheet } from './blank-sheet.ts'
import type { ServiceId, ServiceSheet } from './service.ts'
import { readDraft, type Typed, withoutEmptyRows, withRow, writeDraft } from './sheet-form.ts'

const both = { it: 'Detto in italiano', en: 'Said in English' }
const full: ServiceSheet = {
  ...blankSheet,
  title: both,
  active: false,
  statusReason: both,
  categories: ['anagrafe-e-stato-civile', 'ambiente'],
  topics: ['acqua'],
  lifeEvents: ['nascita'],
  businessEvents: ['iva-tasse-dogane'],
  synonyms: ['una', 'due parole'],
  picture: { href: '/file/ente/3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60718/large/sportello.jpg', alt: both },
  howTo: { it: 'Prima riga\n\n- seconda' },
  neededList: [both, { it: 'Sola' }],
  phases: [
    { title: both, subtitle: { it: '' }, when: { amount: 30, unit: 'days' } },
    { title: { it: 'Poi' }, subtitle: both, when: { date: '2026-12-31' } },
    { title: { it: 'Infine' }, subtitle: { it: '' }, when: null },
  ],
  responseTime: { amount: 6, unit: 'months' },
  online: { label: both, href: '/segnala' },
  conditions: { label: { it: 'Condizioni' }, href: 'https://comune.example/c.pdf' },
  offices: ['o-1' as OfficeId],
  responsible: 'o-2' as OfficeId,
  booking: true,
  contacts: [{ kind: 'pec', value: 'a@b.example', note: both }],
  documents: [{ label: { it: 'Modulo' }, href: '/modulo' }],
  related: ['s-1' as ServiceId],
  ipaCode: 'c_d969',
  nace: ['I56.1'],
}

test.each([
  ['a blank sheet', { featured: false, sheet: blankSheet }],
  ['a full sheet', { featured: true, sheet: full }],
  ['a picture that only adorns', { featured: true, sheet: { ...full, picture: { href: '/a.jpg', alt: null } } }],
])('the form of %s says the same as the sheet', (_, draft) => expect(readDraft(writeDraft(draft))).toEqual(draft))

test('rows in which nothing was typed are no rows, and one more can be had', () => {
  const typed: Typed = { 'contact-kind': ['phone', 'email'], 'contact-value': ['', 'a@b.example'], 'contact-note': ['', ''] }
  expect(withoutEmptyRows(typed)).toMatchObject({ 'contact-kind': ['email'], 'contact-value': ['a@b.example'] })
  expect(withRow(typed, 'contacts')['contact-value']).toEqual(['', 'a@b.example', ''])
  expect(readDraft(typed).sheet.contacts).toEqual([{ kind: 'email', value: 'a@b.example', note: { it: '' } }])
})

test('an amount that is none is kept as such, to be refused', () =>
  expect(readDraft({ 'response-amount': ['tanti'], 'response-unit': ['weeks'] }).sheet.responseTime).toEqual({
    amount: Number.NaN,
    unit: 'weeks',
  }))
