import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainCalendar } from '#domain/appointments/calendar.fake.ts'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import type { Service, ServiceId, ServiceSheet } from '#domain/services/service.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Directory } from '#server/storage/directory.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { describeSheet } from './describe-sheet.server.ts'
import { presentSheet } from './present-sheet.server.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const service = (sheet: Partial<ServiceSheet>): Service => ({
  id: 'service' as ServiceId,
  code: 'carta-identita',
  state: 'published',
  featured: false,
  sheet: { ...blankSheet, title: { it: 'Carta d’identità' }, categories: ['ambiente'], ...sheet },
  updatedAt: monday,
})

/** A visitor of a body that is as the town but for this. */
function visiting(more: Partial<Directory> = {}): App.Locals {
  const { installation, directory } = town
  const visitor = { staff: null, citizen: null, clientAddress: '127.0.0.1' }
  return { installation, directory: { ...directory, ...more }, locale: 'it', words: dictionary('it'), ...visitor }
}

/** The same where offices are written to by a form. */
function writing(): App.Locals {
  const { tenant, categories } = town.directory
  const settings = { ...tenant.settings, kinds: [...tenant.settings.kinds, 'assistance' as const] }
  const taking = [...categories].map(([id, one]) => [id, { ...one, kinds: [...one.kinds, 'assistance' as const] }] as const)
  return visiting({ tenant: { ...tenant, settings }, categories: new Map(taking) })
}

const shown = (sheet: Partial<ServiceSheet>, locals: App.Locals) => presentSheet(service(sheet), '/servizi/x', new Map(), locals)

test('where one writes by a form, nobody collects e-mail addresses from a sheet; certified mail stays', () => {
  const note = { it: 'Rimborsi' }
  const contacts = (['email', 'pec'] as const).map((kind) => ({ kind, value: `${kind}@town.example`, note }))
  const sheet = { contacts, responsible: town.office('roads'), offices: [town.office('parks')] }
  expect(shown(sheet, writing()).contacts).toMatchObject([
    { note: 'Rimborsi', value: 'Richiedi assistenza su questo servizio', href: '/assistenza?servizio=carta-identita' },
    { value: 'pec@town.example' },
  ])
  const everything = [shown(sheet, writing()), describeSheet(service(sheet), 'ambiente', writing(), 'https://town.example')]
  expect(JSON.stringify(everything)).not.toMatch(/(email|roads|parks)@town\.example/)
  expect(shown(sheet, visiting()).contacts[0]).toMatchObject({ href: 'mailto:email@town.example' })
})

test('a sheet offers to book where a calendar takes the service, or where the body has its appointments elsewhere', () => {
  const calendar = { ...plainCalendar, office: town.office('roads') }
  const taking = (one: typeof calendar) => visiting({ calendars: new Map([[one.id, one]]) })
  const { tenant } = town.directory
  const site = { links: { appointment: 'https://prenota.example' }, networks: {}, statements: {}, euFunded: false }
  const elsewhere = visiting({ tenant: { ...tenant, settings: { ...tenant.settings, site } } })
  const booking = (locals: App.Locals, sheet = { booking: true }) => shown(sheet, locals).booking
  expect(booking(taking(calendar))).toBe('/prenota-appuntamento?servizio=carta-identita')
  expect(booking(taking(calendar), { booking: false })).toBeUndefined()
  expect(booking(taking({ ...calendar, active: false }))).toBeUndefined()
  expect(booking(taking({ ...calendar, reasons: calendar.reasons.map((one) => ({ ...one, services: [] })) }))).toBeUndefined()
  expect(booking(visiting())).toBeUndefined()
  expect(booking(elsewhere)).toBe('https://prenota.example')
})
