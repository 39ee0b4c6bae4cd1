import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WrittenAuthorGroup } from '#domain/routing/author-group.ts'
import { flagRule } from '#domain/routing/flag-rule.ts'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import type { AuthorGroupId, ReportId } from '#domain/shared/id.ts'
import { tryRouting } from '#server/queries/desk/try-routing.ts'
import { countMembers, listAuthorGroups, readAuthorGroup } from '#server/storage/author-groups.ts'
import { listEvents } from '#server/storage/events.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { planBulk } from '#server/use-cases/bulk/plan-bulk.ts'
import { startBulk } from '#server/use-cases/bulk/start-bulk.ts'
import { splitReport } from '#server/use-cases/groups/split-report.ts'
import { classifyReport } from '#server/use-cases/reports/classify-report.ts'
import { triageReport } from '#server/use-cases/reports/triage-report.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { openTown, type Town } from '#tests/town.ts'
import { eraseFromAuthorGroups } from './erase-from-author-groups.ts'
import { removeAuthorGroup } from './remove-author-group.ts'
import { type SetAuthorGroup, setAuthorGroup } from './set-author-group.ts'
import { setRules } from './set-rules.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  for (const { id } of await read(readRoutingRules))
    await setRules(town.world, town.tenant, { by: town.admin, change: { change: 'remove', id }, seen: null })
  for (const { id } of await read(listAuthorGroups)) await remove(id)
})

const read: <T>(work: Parameters<typeof town.world.read<T>>[1]) => Promise<T> = (work) => town.world.read(town.tenant, work)
const schools: WrittenAuthorGroup = { name: 'Scuole', description: '', pasted: '@scuola.example\nPreside@liceo.example' }
const members = ['@scuola.example', 'preside@liceo.example']

let minutes = 0
/** The directory is read anew, as it is a second later. */
function later(): void {
  minutes++
  town.setNow(new Date(Date.parse('2026-05-11T08:00:00Z') + minutes * 60_000))
}

const set = async (more: Partial<SetAuthorGroup> = {}) => {
  const kept = await setAuthorGroup(town.world, town.tenant, { by: town.admin, id: null, group: schools, seen: null, ...more })
  later()
  return kept
}
async function made(group: WrittenAuthorGroup = schools): Promise<AuthorGroupId> {
  const kept = await set({ group })
  if (!kept.ok) throw new Error(kept.refusal)
  return kept.value
}
async function remove(id: AuthorGroupId) {
  const removed = await removeAuthorGroup(town.world, town.tenant, { by: town.admin, id, seen: null })
  later()
  return removed
}
const erase = (address: string, by = town.admin) => eraseFromAuthorGroups(town.world, town.tenant, { by, address })
const changesOf = (id: AuthorGroupId) =>
  read((reader) => listSettingChanges(reader, { subject: 'author_group', id }, { limit: 9, before: null }))

const ruleFor = (group: AuthorGroupId): RoutingRule => ({
  id: town.world.newId<'routing-rule'>() as RuleId,
  name: 'Dalle scuole',
  active: true,
  conditions: [{ about: 'author', groups: [group], not: false }],
  effects: { ...noEffects, office: town.office('parks'), priority: 'high' },
  stop: false,
})
async function ruled(group: AuthorGroupId): Promise<RoutingRule> {
  const rule = ruleFor(group)
  const kept = await setRules(town.world, town.tenant, { by: town.admin, change: { change: 'put', rule }, seen: null })
  if (!kept.ok) throw new Error(kept.refusal)
  later()
  return rule
}
const from = (email: string | null) => ({
  author: { firstName: 'Ada', lastName: 'Verdi', email, phone: null, locale: 'it' } as const,
})
const parks = () => ({ routedOffice: town.office('parks'), priority: 'high' })
const roads = () => ({ routedOffice: town.office('roads'), priority: 'normal' })

describe('a group', () => {
  test('is kept with who belongs to it, and goes back to what it was', async () => {
    const id = await made()
    expect(await read((reader) => readAuthorGroup(reader, id))).toEqual({ name: 'Scuole', description: '', members })
    const group = { ...schools, description: 'Di ogni grado', pasted: '@liceo.example' }
    expect(await set({ id, group, seen: 1 })).toEqual({ ok: true, value: id })
    expect(await read(countMembers)).toEqual(new Map([[id, 1]]))
    const [last] = await changesOf(id)
    expect(last).toMatchObject({
      by: town.admin.account,
      version: 2,
      before: { members },
      after: { members: ['@liceo.example'] },
    })
    expect((await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })).ok).toBe(true)
    expect(await read((reader) => readAuthorGroup(reader, id))).toEqual({ name: 'Scuole', description: '', members })
  })

  test.each([
    ['not_yours', () => ({ by: town.desk })],
    ['old_version', () => ({ seen: 7 })],
    ['no_such_group', () => ({ id: town.world.newId<'author-group'>() as AuthorGroupId })],
    ['nothing_changes', (id: AuthorGroupId) => ({ id, group: { ...schools, name: 'Altre' } })],
    ['name_taken', () => ({ group: { ...schools, name: 'altre' } })],
    ['members_wrong', (id: AuthorGroupId) => ({ id, group: { ...schools, pasted: 'scuola.example' } })],
  ] as const)('is left as it is: %s', async (refusal, more) => {
    const id = await made({ ...schools, name: 'Altre' })
    expect(await set(more(id))).toEqual({ ok: false, refusal })
    expect(await read(listAuthorGroups)).toEqual([{ id, name: 'Altre', description: '' }])
  })

  test('whose name was taken meanwhile does not come back', async () => {
    const id = await made()
    await remove(id)
    await made()
    const [removed] = await changesOf(id)
    expect(await revertSetting(town.world, town.tenant, { change: removed?.id ?? '', by: town.admin })).toEqual({
      ok: false,
      refusal: 'breaks_rule',
    })
  })
})

describe('a rule that asks for a group', () => {
  test.each<readonly [string, boolean, Parameters<Town['report']>[0]]>([
    ['comes from the web, by the domain', true, from('segreteria@SCUOLA.example')],
    ['comes from the web, by the address', true, from('preside@liceo.example')],
    ['is written down at the desk', true, { ...from('a@scuola.example'), channel: 'phone' }],
    ['is sent by a program', true, { ...from('a@scuola.example'), channel: 'open311' }],
    ['comes from below the domain', false, from('a@alta.scuola.example')],
    ['comes from another address of a domain', false, from('bidello@liceo.example')],
    ['comes from nobody who is known', false, { ...from(null), channel: 'counter' }],
  ])('looks at a report that %s: %s', async (_, follows, wanted) => {
    await ruled(await made())
    expect(await town.report(wanted)).toMatchObject(follows ? parks() : roads())
  })

  test('is told on the report by its name, and nothing of the group', async () => {
    const rule = await ruled(await made())
    const report = await town.report(from('preside@liceo.example'))
    const events = await read((reader) => listEvents(reader, report.id))
    const told = events.find(({ kind }) => kind === 'rules_applied')?.detail
    expect(told).toMatchObject({ rules: [{ id: rule.id, name: 'Dalle scuole', set: ['office', 'priority'] }] })
    expect(JSON.stringify(events)).not.toMatch(/liceo|Scuole/)
  })

  test('is followed by the parts of a split', async () => {
    const whole = await town.report(from('preside@liceo.example'))
    await ruled(await made())
    const title = 'Anche la siepe'
    const parts = [{ category: town.category('pothole').id, office: null, title, description: title, files: [] }]
    const split = await splitReport(town.world, town.tenant, { report: whole.id, by: town.desk, seenVersion: null, parts })
    expect(await town.read((split.ok ? split.value[0] : '') as ReportId)).toMatchObject(parks())
  })

  test('sends there what is filed by hand, alone, in triage or with many', async () => {
    const sent = [0, 1, 2].map(() => town.report({ ...from('preside@liceo.example'), submissionKey: randomUUID() }))
    const [one, other, third] = (await Promise.all(sent)) as readonly Awaited<ReturnType<Town['report']>>[]
    if (!one || !other || !third) throw new Error('three were sent')
    await ruled(await made())
    const [by, category] = [town.desk, town.category('pothole').id]
    const filed = { kind: 'complaint', category } as const
    await classifyReport(town.world, town.tenant, { report: one.id, by, seenVersion: null, ...filed })
    const wanted = { ...filed, area: other.area, priority: other.priority, owner: null, note: '', take: 'routed' } as const
    const rest = { observers: [], moderation: 'as_it_is', dueOn: null, dueReason: '' } as const
    const triaged = { report: other.id, by, seenVersion: null, wanted: { ...wanted, ...rest } }
    expect((await triageReport(town.world, town.tenant, triaged)).ok).toBe(true)
    const bulk = { by, change: { act: 'classify', ...filed }, reports: [third.id], fill: (text: string) => text } as const
    const planned = await planBulk(town.world, town.tenant, bulk)
    if (!planned.ok) throw new Error(planned.refusal)
    await startBulk(town.world, town.tenant, { by, run: planned.value })
    await town.runJobs()
    for (const { id } of [one, other, third]) expect((await town.read(id)).routedOffice).toBe(town.office('parks'))
  })

  test('is tried on reports that came before', async () => {
    const known = await town.report(from('preside@liceo.example'))
    const unknown = await town.report(from('altri@example.org'))
    const rule = ruleFor(await made())
    const directory = await town.world.directories.of(town.tenant)
    const { differences } = await read((reader) => tryRouting(reader, directory, [rule]))
    const found = differences.map(({ report }) => report.id)
    expect(found).toContain(known.id)
    expect(found).not.toContain(unknown.id)
  })

  test('is flagged and not applied while the group is gone, and holds again when it is back', async () => {
    const id = await made()
    const rule = await ruled(id)
    await remove(id)
    expect(flagRule(rule, await town.world.directories.of(town.tenant))).toEqual(['author_group'])
    expect(await read(readRoutingRules)).toEqual([rule])
    expect(await town.report(from('preside@liceo.example'))).toMatchObject(roads())
    const [removed] = await changesOf(id)
    expect((await revertSetting(town.world, town.tenant, { change: removed?.id ?? '', by: town.admin })).ok).toBe(true)
    later()
    expect(await town.report(from('preside@liceo.example'))).toMatchObject(parks())
  })
})

describe('an address is erased', () => {
  test('from groups and from their past, and no way back brings it again', async () => {
    const id = await made()
    const other = await made({ ...schools, name: 'Licei', pasted: 'preside@liceo.example' })
    await set({ id, group: { ...schools, pasted: '@scuola.example' } })
    expect(await erase(' PRESIDE@liceo.example ')).toEqual({ ok: true, value: null })
    expect(await read((reader) => readAuthorGroup(reader, other))).toMatchObject({ name: 'Licei', members: [] })
    const changes = [...(await changesOf(id)), ...(await changesOf(other))]
    expect(JSON.stringify(changes)).not.toContain('preside')
    expect(changes.map(({ version }) => version)).toEqual([2, 1, 2, 1])
    const [back] = await changesOf(id)
    await revertSetting(town.world, town.tenant, { change: back?.id ?? '', by: town.admin })
    expect(await read((reader) => readAuthorGroup(reader, id))).toMatchObject({ members: ['@scuola.example'] })
  })

  test.each([
    ['not_yours', 'preside@liceo.example', () => town.desk],
    ['address_wrong', 'preside', () => town.admin],
    ['address_nowhere', 'nessuno@scuola.example', () => town.admin],
  ] as const)('unless %s', async (refusal, address, by) => {
    const id = await made()
    expect(await erase(address, by())).toEqual({ ok: false, refusal })
    expect(await read((reader) => readAuthorGroup(reader, id))).toMatchObject({ members })
  })
})
