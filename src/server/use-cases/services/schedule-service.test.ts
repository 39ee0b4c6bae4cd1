import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import type { ServiceId, ServiceSheet } from '#domain/services/service.ts'
import { readWrittenService, type WrittenService } from '#server/storage/service-drafts.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { beginService } from './begin-service.ts'
import { discardDraftOfService } from './discard-draft-of-service.ts'
import { publishService } from './publish-service.ts'
import { saveDraftOfService } from './save-draft-of-service.ts'
import { scheduleService } from './schedule-service.ts'
import { withdrawService } from './withdraw-service.ts'

let town: Town
let n = 0
const at = new Date(monday.getTime() + 7 * 86_400_000)
const some = { it: 'Qualcosa' }
const nowhere = '019e0000-0000-7000-8000-000000000000' as ServiceId

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  town.setNow(monday)
  await office({ active: true, address: 'Via Lunga 9, 00100 Prova' })
})

const office = (says: { readonly active: boolean; readonly address?: string }) =>
  town.world.transaction(town.tenant, async ({ db, tenant }) => {
    const query = db.updateTable('office').where('office.tenant_id', '=', tenant).where('office.id', '=', town.office('roads'))
    await query.set(says).execute()
  })

const sheet = (more: Partial<ServiceSheet> = {}): ServiceSheet => ({
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
  access: some,
  conditionsText: some,
  responseTime: { amount: 30, unit: 'days' },
  responsible: town.office('roads'),
  ...more,
})

const by = () => town.admin
async function service(id: ServiceId): Promise<WrittenService> {
  const found = await town.world.read(town.tenant, (reader) => readWrittenService(reader, id))
  if (!found) throw new Error('no such service')
  return found
}
const seenOf = async (id: ServiceId) => ({ by: by(), id, seen: (await service(id)).version })
const save = async (id: ServiceId, written: ServiceSheet) =>
  saveDraftOfService(town.world, town.tenant, { ...(await seenOf(id)), draft: { featured: false, sheet: written } })
const schedule = async (id: ServiceId, when: Date | null = at) =>
  scheduleService(town.world, town.tenant, { ...(await seenOf(id)), at: when })

async function drafted(written = sheet()): Promise<ServiceId> {
  const made = await beginService(town.world, town.tenant, { by: by(), code: `servizio-${n++}`, title: 'Suolo pubblico' })
  if (!made.ok) throw new Error(made.refusal)
  await save(made.value, written)
  return made.value
}

async function scheduled(): Promise<ServiceId> {
  const id = await drafted()
  expect(await schedule(id)).toEqual({ ok: true, value: null })
  return id
}

async function whenItIsTime(): Promise<void> {
  town.setNow(at)
  await town.runJobs()
}

test('a draft is published at its time, as a version like any other', async () => {
  const id = await scheduled()
  expect(await service(id)).toMatchObject({ state: 'draft', publishAt: at })
  await whenItIsTime()
  expect(await service(id)).toMatchObject({
    state: 'published',
    sheet: { costs: some },
    draft: null,
    publishAt: null,
    updatedAt: at,
  })
  const history = await town.world.read(town.tenant, (reader) =>
    listSettingChanges(reader, { subject: 'service', id }, { limit: 9, before: null }),
  )
  expect(history).toMatchObject([{ version: 1, by: null, after: { state: 'published' } }])
})

test.each<readonly [string, (id: ServiceId) => Promise<unknown>, Partial<WrittenService>]>([
  ['was written on', (id) => save(id, sheet({ costs: { it: 'Gratis' } })), { state: 'draft', publishAt: null }],
  ['was called off', (id) => schedule(id, null), { state: 'draft', publishAt: null }],
  [
    'has another time',
    (id) => schedule(id, new Date(at.getTime() + 1)),
    { state: 'draft', publishAt: new Date(at.getTime() + 1) },
  ],
])('nothing is published of what %s', async (_, change, then) => {
  const id = await scheduled()
  expect(await change(id)).toEqual({ ok: true, value: null })
  // The job of the time that is void is done with; that of another time waits.
  town.setNow(at)
  await town.runJobs().catch(() => 0)
  expect(await service(id)).toMatchObject(then)
})

test('what is published, discarded or withdrawn before is not published again', async () => {
  const [early, discarded, withdrawn] = [await scheduled(), await drafted(), await drafted()]
  expect(await publishService(town.world, town.tenant, await seenOf(early))).toEqual({ ok: true, value: null })
  for (const [id, does] of [
    [discarded, discardDraftOfService],
    [withdrawn, withdrawService],
  ] as const) {
    await publishService(town.world, town.tenant, await seenOf(id))
    await save(id, sheet({ costs: { it: 'Gratis' } }))
    await schedule(id)
    expect(await does(town.world, town.tenant, await seenOf(id))).toEqual({ ok: true, value: null })
  }
  await whenItIsTime()
  expect((await service(early)).updatedAt).toEqual(monday)
  expect(await service(discarded)).toMatchObject({ state: 'published', sheet: { costs: some }, draft: null })
  expect(await service(withdrawn)).toMatchObject({ state: 'draft', publishAt: null })
})

test('what would fail by then stays a draft that says so, and whoever administers the body is told once', async () => {
  const id = await scheduled()
  await office({ active: false })
  const before = town.letters.length
  await whenItIsTime()
  expect(await service(id)).toMatchObject({ state: 'draft', publishAt: null, publishMissedAt: at })
  const letters = town.letters.slice(before)
  expect(letters.map(({ to }) => to.name)).toEqual(['Alma Admin'])
  expect(letters[0]?.text).toContain('Suolo pubblico')
  expect(letters[0]?.text).toContain('C.SI.2.2')
  await save(id, sheet())
  expect((await service(id)).publishMissedAt).toBeNull()
})

test('a time is set by administrators alone, for a draft that could be published now, as it was seen', async () => {
  const [id, wanting] = [await drafted(), await drafted(sheet({ howTo: { it: '' } }))]
  const ask = { ...(await seenOf(id)), at }
  const ofTown = (asked: Parameters<typeof scheduleService>[2]) => scheduleService(town.world, town.tenant, asked)
  expect(await ofTown({ ...ask, by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
  expect(await ofTown({ ...ask, id: nowhere })).toEqual({ ok: false, refusal: 'no_such_service' })
  expect(await ofTown({ ...ask, seen: ask.seen - 1 })).toEqual({ ok: false, refusal: 'old_version' })
  expect(await schedule(id, null)).toEqual({ ok: false, refusal: 'nothing_changes' })
  expect(await schedule(wanting)).toEqual({ ok: false, refusal: 'would_fail' })
  await publishService(town.world, town.tenant, await seenOf(id))
  expect(await schedule(id)).toEqual({ ok: false, refusal: 'nothing_changes' })
})
