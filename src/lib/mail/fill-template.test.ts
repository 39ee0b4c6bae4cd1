import { expect, test } from 'vitest'
import { fakeReport } from '#domain/reports/report.fake.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { type FillingBody, fillTemplate } from './fill-template.ts'

const roads = 'roads' as OfficeId
const body = {
  tenant: { settings: { name: 'Comune di Prova', phone: '010', email: 'urp@prova.example', calendar: { zone: 'Europe/Rome' } } },
  offices: new Map([[roads, { id: roads, name: { it: 'Strade', en: 'Roads' }, desk: true, phone: null, email: null }]]),
  categories: new Map(),
  areas: new Map(),
} as unknown as FillingBody

const report = fakeReport({ number: 7, title: 'Buca, vedi https://evil.example', address: null, plannedFor: '2026-05-20' })
const noon = new Date('2026-05-11T10:00:00Z')

test.each([
  ['it', '{{numero}} a {{ufficio}}, {{tipo}}', '7 a Strade, Disservizio'],
  ['en', '{{numero}} to {{ufficio}}, {{intervento}}', '7 to Roads, Wednesday, 20 May 2026'],
  ['it', '{{titolo}}', 'Buca, vedi [collegamento rimosso]'],
  ['it', '{{indirizzo|il luogo indicato}}', 'il luogo indicato'],
  ['it', '{{indirizzo}}', '{{indirizzo}}'],
  ['it', '{{nome}}, {{ente}}', '{{nome}}, Comune di Prova'],
] as const)('in %s, %s becomes %s', (locale, text, filled) => expect(fillTemplate(text, report, body, locale, noon)).toBe(filled))
