import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAddress } from '#domain/files/body-file.ts'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import type { ServiceId, ServiceSheet } from '#domain/services/service.ts'
import { findBodyFile } from '#server/queries/files/find-body-file.ts'
import { readWrittenService, type WrittenService } from '#server/storage/service-drafts.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { keepFile } from '#server/use-cases/files/keep-file.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { openTown, type Town } from '#tests/town.ts'
import { beginService } from './begin-service.ts'
import { discardDraftOfService } from './discard-draft-of-service.ts'
import { publishService } from './publish-service.ts'
import { saveDraftOfService } from './save-draft-of-service.ts'
import { withdrawService } from './withdraw-service.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await set('roads', { address: 'Via Lunga 9, 00100 Prova' })
  await set('parks', { address: 'Via Verde 1, 00100 Prova' })
})
afterAll(() => town.close())

const some = { it: 'Qualcosa' }
const nowhere = '019e0000-0000-7000-8000-000000000000' as ServiceId
const whole = (more: Partial<ServiceSheet> = {}): ServiceSheet => ({
  ...blankSheet,
  title: { it: 'Suolo pubblico' },
  categories: ['ambiente'],
  topics: ['acqua'],
  description: some,
  audience: some,
  howTo: some,
  needed: some,
  achieved: some,
  terms: some,
  costs: some,
  booking: true,
  conditionsText: some,
  responseTime: { amount: 30, unit: 'days' },
  responsible: town.office('roads'),
  offices: [],
  ...more,
})

const begin = (code: string, title = 'Suolo pubblico', by = town.admin) =>
  beginService(town.world, town.tenant, { by, code, title })
async function begun(code: string): Promise<ServiceId> {
  const made = await begin(code)
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const service = async (id: ServiceId): Promise<WrittenService> => {
  const found = await town.world.read(town.tenant, (reader) => readWrittenService(reader, id))
  if (!found) throw new Error('no such service')
  return found
}
const save = async (id: ServiceId, sheet: ServiceSheet, seen?: number, by = town.admin) =>
  saveDraftOfService(town.world, town.tenant, {
    by,
    id,
    draft: { featured: false, sheet },
    seen: seen ?? (await service(id)).version,
  })
const publish = async (id: ServiceId, seen?: number, by = town.admin) =>
  publishService(town.world, town.tenant, { by, id, seen: seen ?? (await service(id)).version })
const versions = (id: ServiceId) =>
  town.world.read(town.tenant, (reader) => listSettingChanges(reader, { subject: 'service', id }, { limit: 20, before: null }))

const set = (code: string, office: { readonly address: string } | { readonly active: boolean }) =>
  town.world.transaction(town.tenant, async ({ db, tenant }) => {
    const query = db.updateTable('office').where('office.tenant_id', '=', tenant).where('office.id', '=', town.office(code))
    await query.set(office).execute()
  })

async function published(code: string): Promise<ServiceId> {
  const id = await begun(code)
  await save(id, whole())
  expect(await publish(id)).toEqual({ ok: true, value: null })
  return id
}

test('a service begins as a draft that says its title', async () => {
  expect(await service(await begun('begun'))).toMatchObject({
    code: 'begun',
    state: 'draft',
    sheet: { title: { it: 'Suolo pubblico' } },
  })
  expect(await begin('begun')).toEqual({ ok: false, refusal: 'code_taken', field: 'code' })
  expect(await begin('Con Spazi')).toEqual({ ok: false, refusal: 'code_wrong', field: 'code' })
  expect(await begin('other', '')).toEqual({ ok: false, refusal: 'title_missing', field: 'title' })
  expect(await begin('other', 'x'.repeat(161))).toEqual({ ok: false, refusal: 'text_too_long', field: 'title' })
  expect(await begin('other', 'Altro', town.roads)).toEqual({ ok: false, refusal: 'not_yours' })
})

test('a draft is kept complete or not, and never published while it would fail', async () => {
  const id = await begun('incomplete')
  expect(await save(id, whole({ howTo: { it: '' } }))).toEqual({ ok: true, value: null })
  expect(await publish(id)).toEqual({ ok: false, refusal: 'would_fail' })
  expect(await service(id)).toMatchObject({ state: 'draft', draftedBy: town.admin.account, draft: { sheet: { needed: some } } })
  expect(await versions(id)).toEqual([])
})

test('what was published stays until its draft is published; each publication is a version with who and when', async () => {
  const id = await published('versions')
  await save(id, whole({ costs: { it: 'Gratis' } }))
  expect(await service(id)).toMatchObject({
    state: 'published',
    sheet: { costs: some },
    draft: { sheet: { costs: { it: 'Gratis' } } },
  })
  await publish(id)
  expect(await service(id)).toMatchObject({ sheet: { costs: { it: 'Gratis' } }, draft: null, draftedAt: null })
  const [last, first] = await versions(id)
  expect([first?.version, last?.version, last?.by, last?.name]).toEqual([1, 2, town.admin.account, 'Alma Admin'])
  expect(last).toMatchObject({ before: { sheet: { costs: some } }, after: { sheet: { costs: { it: 'Gratis' } } } })
})

test('a version can be had again, as a new one, and the draft stays', async () => {
  const id = await published('again')
  await save(id, whole({ costs: { it: 'Gratis' } }))
  await publish(id)
  await save(id, whole({ costs: { it: 'Forse' } }))
  const [last] = await versions(id)
  expect(await revertSetting(town.world, town.tenant, { by: town.admin, change: last?.id ?? '' })).toMatchObject({ ok: true })
  expect(await service(id)).toMatchObject({ sheet: { costs: some }, draft: { sheet: { costs: { it: 'Forse' } } } })
  expect(await versions(id)).toHaveLength(3)
})

test('a version does not come back where it would fail by now', async () => {
  const id = await published('fails-now')
  await save(id, whole({ responsible: town.office('parks') }))
  await publish(id)
  const [last] = await versions(id)
  await set('roads', { active: false })
  expect(await revertSetting(town.world, town.tenant, { by: town.admin, change: last?.id ?? '' })).toEqual({
    ok: false,
    refusal: 'breaks_rule',
  })
  await set('roads', { active: true })
})

test('nobody writes over what somebody else saved meanwhile', async () => {
  const id = await published('conflict')
  const { version: seen } = await service(id)
  await save(id, whole({ costs: { it: 'Uno' } }), seen)
  const old = { ok: false, refusal: 'old_version' }
  expect(await save(id, whole({ costs: { it: 'Due' } }), seen)).toEqual(old)
  expect(await publish(id, seen)).toEqual(old)
  expect(await withdrawService(town.world, town.tenant, { by: town.admin, id, seen })).toEqual(old)
  expect(await discardDraftOfService(town.world, town.tenant, { by: town.admin, id, seen })).toEqual(old)
  expect(await service(id)).toMatchObject({ state: 'published', draft: { sheet: { costs: { it: 'Uno' } } } })
})

test('a draft is discarded, a service withdrawn and published again', async () => {
  const id = await published('withdrawn')
  await save(id, whole({ costs: { it: 'Gratis' } }))
  await discardDraftOfService(town.world, town.tenant, { by: town.admin, id, seen: (await service(id)).version })
  expect((await service(id)).draft).toBeNull()
  await withdrawService(town.world, town.tenant, { by: town.admin, id, seen: (await service(id)).version })
  expect(await service(id)).toMatchObject({ state: 'draft', sheet: { costs: some } })
  expect(await publish(id)).toEqual({ ok: true, value: null })
  expect(await publish(id)).toEqual({ ok: false, refusal: 'nothing_changes' })
})

test('services are set by administrators alone, and only those that are there', async () => {
  const id = await published('guarded')
  const { version: seen } = await service(id)
  const refused = { ok: false, refusal: 'not_yours' }
  expect(await save(id, whole(), seen, town.desk)).toEqual(refused)
  expect(await publish(id, seen, town.desk)).toEqual(refused)
  expect(await withdrawService(town.world, town.tenant, { by: town.desk, id, seen })).toEqual(refused)
  expect(await discardDraftOfService(town.world, town.tenant, { by: town.desk, id, seen })).toEqual(refused)
  const gone = { ok: false, refusal: 'no_such_service' }
  expect(await save(nowhere, whole(), 1)).toEqual(gone)
  expect(await publish(nowhere, 1)).toEqual(gone)
  expect(await withdrawService(town.world, town.tenant, { by: town.admin, id: nowhere, seen: 1 })).toEqual(gone)
  expect(await discardDraftOfService(town.world, town.tenant, { by: town.admin, id: nowhere, seen: 1 })).toEqual(gone)
  expect(await save(id, whole({ title: { it: '' } }), seen)).toEqual({ ok: false, refusal: 'title_missing', field: 'title' })
})

test('a file is everybody’s while a sheet that everybody reads names it', async () => {
  const ask = { by: town.admin, kind: 'document', name: 'condizioni.pdf', bytes: Buffer.from('%PDF-1.7\nx\n%%EOF\n') } as const
  const file = await keepFile(town.world, town.tenant, ask)
  if (!file.ok) throw new Error(file.refusal)
  const shown = async () => (await town.world.read(town.tenant, (reader) => findBodyFile(reader, file.value.id)))?.shown
  const conditions = { label: some, href: fileAddress(file.value) }
  const id = await begun('with-file')
  await save(id, whole({ conditions, conditionsText: { it: '' } }))
  expect(await shown()).toBe(false)
  expect(await publish(id)).toEqual({ ok: true, value: null })
  expect(await shown()).toBe(true)
  await save(id, whole())
  expect(await shown()).toBe(true)
  await publish(id)
  expect(await shown()).toBe(false)
  const [last] = await versions(id)
  await revertSetting(town.world, town.tenant, { by: town.admin, change: last?.id ?? '' })
  expect(await shown()).toBe(true)
  await withdrawService(town.world, town.tenant, { by: town.admin, id, seen: (await service(id)).version })
  expect(await shown()).toBe(false)
})
