import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileLine, PlannedLine } from '#domain/services/plan-import.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { writeCatalogueJson } from '#server/delivery/services/catalogue-json.ts'
import { readCatalogueFile } from '#server/delivery/services/read-catalogue-file.ts'
import { readCatalogue, stampImport } from '#server/storage/service-catalogue.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { importServices } from './import-services.ts'

let town: Town
let bodies = 0
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** A body without services, whose offices have addresses. */
async function emptyBody(): Promise<TenantId> {
  const plan = townPlan(`empty-${bodies++}`)
  return foundTenant(town.world, {
    ...plan,
    offices: plan.offices.map((office) => ({ ...office, address: 'Via Lunga 9, 00100 Prova' })),
  })
}

const some = { it: 'Qualcosa' }
const sheet = {
  title: { it: 'Passo carrabile', en: 'Driveway' },
  categories: ['mobilita-e-trasporti', 'ambiente'],
  topics: ['acqua'],
  description: some,
  audience: some,
  howTo: { it: 'Prima «riga»;\n\n- "seconda"' },
  needed: some,
  neededList: [some, { it: 'Altro', en: 'Other' }],
  achieved: some,
  terms: some,
  phases: [
    { title: some, when: { amount: 2, unit: 'weeks' } },
    { title: some, subtitle: some, when: { date: '2028-02-29' } },
  ],
  costs: some,
  conditionsText: some,
  responseTime: { amount: 30, unit: 'days' },
  responsible: 'roads',
  offices: ['parks', 'roads'],
  contacts: [{ kind: 'phone', value: '+39 010 1', note: some }],
  documents: [{ label: some, href: '/modulo' }],
}
const file = (...services: readonly object[]) => JSON.stringify({ format: 'filo-services', version: 1, services })
const passo = { code: 'passo', featured: true, sheet: { ...sheet, related: ['suolo'] } }
const suolo = { code: 'suolo', sheet: { ...sheet, related: ['passo'] }, draft: { sheet: { ...sheet, costs: { it: 'Gratis' } } } }
const prova = { code: 'prova', state: 'draft', sheet: { title: { it: 'In prova' } } }
const whole = file(passo, prova, suolo)

async function look(body: TenantId, text: string) {
  const catalogue = await town.world.read(body, readCatalogue)
  const read = readCatalogueFile(text, catalogue)
  if ('refused' in read) throw new Error(read.refused.refusal)
  return { lines: read.lines, ...stampImport(read.lines, catalogue) }
}

const bring = (body: TenantId, lines: readonly FileLine[], seen: string, key: string = randomUUID(), by = town.admin) =>
  importServices(town.world, body, { by, key, lines, seen })

async function take(body: TenantId, text: string) {
  const { lines, stamp } = await look(body, text)
  return bring(body, lines, stamp)
}

async function exported(body: TenantId): Promise<string> {
  const { services } = await town.world.read(body, readCatalogue)
  return writeCatalogueJson([...services.values()].map(({ service }) => service))
}

const does = (plan: readonly PlannedLine[]) => plan.map((line) => line.does)
const versions = (body: TenantId, code: string) =>
  town.world.read(body, async (reader) => {
    const id = (await readCatalogue(reader)).serviceIds.get(code) ?? ''
    return listSettingChanges(reader, { subject: 'service', id }, { limit: 9, before: null })
  })

test('a catalogue goes out, into an empty body, and out again byte for byte; bringing it in again changes nothing', async () => {
  const [body, another] = [await emptyBody(), await emptyBody()]
  expect(await take(body, whole)).toEqual({ ok: true, value: { made: 3, changed: 0 } })
  const out = await exported(body)
  expect(await take(another, out)).toEqual({ ok: true, value: { made: 3, changed: 0 } })
  expect(await exported(another)).toBe(out)
  expect(does((await look(another, out)).plan)).toEqual(['leave', 'leave', 'leave'])
  expect(await take(another, out)).toEqual({ ok: true, value: { made: 0, changed: 0 } })
  expect(await versions(another, 'passo')).toHaveLength(1)
})

test('what citizens read gets a version with who and when; what only staff read gets none', async () => {
  const body = await emptyBody()
  await take(body, whole)
  await take(body, file({ ...passo, sheet: { ...passo.sheet, costs: { it: 'Costa 16 euro' } } }))
  const [last, first] = await versions(body, 'passo')
  expect([first?.version, last?.version, last?.by]).toEqual([1, 2, town.admin.account])
  expect(last).toMatchObject({ before: { sheet: { costs: some } }, after: { sheet: { costs: { it: 'Costa 16 euro' } } } })
  expect(await versions(body, 'prova')).toEqual([])
})

test.each([
  ['a draft is published', { ...prova, state: 'published', sheet }, 'published', undefined],
  ['a published one withdrawn', { ...passo, state: 'draft' }, 'draft', undefined],
  ['withdrawn and rewritten', { ...suolo, state: 'draft', sheet, draft: undefined }, 'draft', undefined],
  ['what would fail is kept beside', { ...passo, sheet: { title: { it: 'Senza niente' } } }, 'published', 'Senza niente'],
  ['a draft beside is changed', { ...suolo, draft: { sheet: { title: { it: 'Altro' } } } }, 'published', 'Altro'],
] as const)('%s, and the file says then what it is', async (_, service, state, draft) => {
  const body = await emptyBody()
  await take(body, whole)
  expect(await take(body, file(service))).toEqual({ ok: true, value: { made: 0, changed: 1 } })
  const { services } = await town.world.read(body, readCatalogue)
  const found = services.get(service.code)?.service
  expect([found?.state, found?.draft?.sheet.title.it]).toEqual([state, draft])
  expect(does((await look(body, file(service))).plan)).toEqual(['leave'])
})

test('the same sent twice is one, whatever became of the catalogue', async () => {
  const body = await emptyBody()
  const { lines, stamp } = await look(body, whole)
  const key = randomUUID()
  const came = { ok: true, value: { made: 3, changed: 0 } }
  expect(await bring(body, lines, stamp, key)).toEqual(came)
  expect(await bring(body, lines, stamp, key)).toEqual(came)
  expect(await versions(body, 'passo')).toHaveLength(1)
})

test('nothing is brought in where what was shown is not what would happen by now', async () => {
  const body = await emptyBody()
  const { lines, stamp } = await look(body, whole)
  await take(body, file({ ...passo, featured: false, sheet }))
  const before = await exported(body)
  expect(await bring(body, lines, stamp)).toEqual({ ok: false, refusal: 'catalogue_changed' })
  expect(await exported(body)).toBe(before)
})

test('refused lines stay out, the others come', async () => {
  const body = await emptyBody()
  expect(await take(body, file(prova, { code: 'solo' }, { ...passo, sheet: { ...sheet, responsible: 'nessuno' } }))).toEqual({
    ok: true,
    value: { made: 1, changed: 0 },
  })
})

test('catalogues are brought in by administrators and the platform alone', async () => {
  const body = await emptyBody()
  const { lines, stamp } = await look(body, whole)
  expect(await bring(body, lines, stamp, randomUUID(), town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
})
