import { expect, test } from 'vitest'
import { blankSheet } from './blank-sheet.ts'
import { checkSheet } from './check-sheet.ts'
import type { ServiceSheet } from './service.ts'

const some = { it: 'Qualcosa' }
const draft: ServiceSheet = { ...blankSheet, title: some }
const link = { label: some, href: '/segnala' }

test.each([
  ['a title alone', {}],
  ['links of this site and of others', { online: link, documents: [{ label: some, href: 'https://comune.example/modulo.pdf' }] }],
  [
    'steps with a span, a day or neither',
    {
      phases: [
        { title: some, subtitle: { it: '' }, when: { amount: 2, unit: 'weeks' } },
        { title: some, subtitle: { it: '' }, when: { date: '2028-02-29' } },
        { title: some, subtitle: some, when: null },
      ],
    },
  ],
  ['sectors', { nace: ['I56.1', '84'] }],
] satisfies readonly (readonly [string, Partial<ServiceSheet>])[])('a draft may say %s', (_, more) =>
  expect(checkSheet({ ...draft, ...more })).toEqual({ ok: true, value: { ...draft, ...more } }),
)

test.each([
  ['title_missing', 'title', { title: { it: ' ', en: 'Something' } }],
  ['text_too_long', 'title', { title: { it: 'x'.repeat(161) } }],
  ['text_too_long', 'howTo-en', { howTo: { it: '', en: 'x'.repeat(10_001) } }],
  ['text_too_long', 'description', { description: { it: 'x'.repeat(256) } }],
  ['text_too_long', 'needed-line-1', { neededList: [some, { it: 'x'.repeat(301) }] }],
  ['row_unfinished', 'needed-line-0', { neededList: [{ it: '', en: 'Something' }] }],
  ['row_unfinished', 'phase-title-0', { phases: [{ title: { it: '' }, subtitle: some, when: null }] }],
  ['row_unfinished', 'document-label-0', { documents: [{ ...link, label: { it: '' } }] }],
  ['row_unfinished', 'contact-value-0', { contacts: [{ kind: 'phone', value: '', note: some }] }],
  ['link_wrong', 'online-href', { online: { ...link, href: 'javascript:alert(1)' } }],
  ['link_wrong', 'conditions-href', { conditions: { ...link, href: '//elsewhere.example' } }],
  ['link_wrong', 'document-href-1', { documents: [link, { ...link, href: 'comune.example' }] }],
  ['amount_wrong', 'response-amount', { responseTime: { amount: Number.NaN, unit: 'days' } }],
  ['amount_wrong', 'phase-amount-0', { phases: [{ title: some, subtitle: some, when: { amount: 0, unit: 'days' } }] }],
  ['date_wrong', 'phase-date-0', { phases: [{ title: some, subtitle: some, when: { date: '2026-02-29' } }] }],
  ['picture_wrong', 'picture-file', { picture: { href: 'https://comune.example/a.jpg', alt: null } }],
  ['nace_wrong', 'nace', { nace: ['ristoranti'] }],
] satisfies readonly (readonly [string, string, Partial<ServiceSheet>])[])('refuses %s beside %s', (refusal, field, more) =>
  expect(checkSheet({ ...draft, ...more })).toEqual({ ok: false, refusal, field }),
)
