import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Condition, noEffects, type RoutingRule, type RuleEffects, type RuleId } from '#domain/routing/rule.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { tryRouting } from '#server/queries/desk/try-routing.ts'
import { listEvents } from '#server/storage/events.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { classifyReport } from '#server/use-cases/reports/classify-report.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type RulesChange, setRules } from './set-rules.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  for (const { id } of await rules()) await change({ change: 'remove', id })
})

let minutes = 0
/** The directory is read anew, as it is a second later. */
const later = () => {
  minutes++
  town.setNow(new Date(Date.parse('2026-05-11T08:00:00Z') + minutes * 60_000))
}
const rules = () => town.world.read(town.tenant, readRoutingRules)
const change = async (wanted: RulesChange, by = town.admin, seen: number | null = null) => {
  const done = await setRules(town.world, town.tenant, { by, change: wanted, seen })
  later()
  return done
}
const danger: Condition = { about: 'words', words: ['pericolo'], not: false }
const rule = (effects: Partial<RuleEffects>, more: Partial<RoutingRule> = {}): RoutingRule => ({
  id: town.world.newId<'routing-rule'>() as RuleId,
  name: `Regola ${minutes}`,
  active: true,
  conditions: [danger],
  effects: { ...noEffects, ...effects },
  stop: false,
  ...more,
})
const put = (one: RoutingRule) => change({ change: 'put', rule: one })
const dangerous = () => town.report({ title: 'Pericolo in strada' })

describe('a report', () => {
  test('goes where the rules send it, as pressing as they say, and says why', async () => {
    const parks = town.office('parks')
    const wanted = rule({ office: parks, priority: 'urgent', observers: [town.office('roads')], referral: 'Vigili del fuoco' })
    expect(await put(wanted)).toEqual({ ok: true, value: null })
    const report = await dangerous()
    expect(report).toMatchObject({
      routedOffice: parks,
      priority: 'urgent',
      observers: [town.office('roads')],
      stage: 'submitted',
    })
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'rules_applied'])
    expect(events[1]).toMatchObject({
      actor: { kind: 'system' },
      detail: {
        rules: [{ id: wanted.id, name: wanted.name, set: ['office', 'observers', 'priority', 'referral'] }],
        referral: 'Vigili del fuoco',
      },
    })
    expect(await town.report({ title: 'Panchina rotta' })).toMatchObject({
      routedOffice: town.office('roads'),
      priority: 'normal',
    })
  })

  test('has the terms that the rules give', async () => {
    await put(rule({ firstReply: { amount: 1, unit: 'working_hours' }, resolution: { amount: 1, unit: 'working_days' } }))
    const report = await dangerous()
    expect(report.firstReplyDue.getTime() - report.submittedAt.getTime()).toBe(3_600_000)
    expect(report.resolutionDue.toISOString().slice(0, 10)).toBe('2026-05-12')
  })

  test('is taken in charge at once by whoever has the least open', async () => {
    await put(rule({ office: town.office('roads'), person: 'least_loaded' }))
    const report = await dangerous()
    expect(report).toMatchObject({ stage: 'in_charge', ownerOffice: town.office('roads'), ownerPerson: town.roads.account })
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    expect(events.at(-1)).toMatchObject({ kind: 'taken_in_charge', actor: { kind: 'system' } })
  })

  test('that is filed elsewhere goes where the rules send what is filed there', async () => {
    const tree = town.category('tree').id
    const elsewhere = { about: 'category', categories: [tree], not: false } as const
    await put(rule({ office: town.office('urp') }, { conditions: [elsewhere] }))
    const report = await town.report({ title: 'Radici' })
    const asked = { report: report.id, by: town.desk, seenVersion: null, kind: 'problem', category: tree } as const
    expect((await classifyReport(town.world, town.tenant, asked)).ok).toBe(true)
    expect((await town.read(report.id)).routedOffice).toBe(town.office('urp'))
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    expect(events.at(-1)).toMatchObject({
      kind: 'classified',
      detail: { office: town.office('urp'), previousOffice: town.office('roads'), rules: [{ set: ['office'] }] },
    })
  })

  test('is left alone by a rule that is off', async () => {
    const wanted = rule({ priority: 'high' })
    await put(wanted)
    await change({ change: 'turn', id: wanted.id, active: false })
    expect((await dangerous()).priority).toBe('normal')
  })
})

describe('the list of rules', () => {
  test('keeps its order, and goes back to what it was', async () => {
    const [one, two, three] = [
      rule({ priority: 'low' }, { name: 'Uno' }),
      rule({ priority: 'high' }, { name: 'Due' }),
      rule({ priority: 'urgent' }, { name: 'Tre' }),
    ]
    for (const each of [one, two, three]) await put(each)
    await change({ change: 'place', id: three.id, index: 0 })
    expect((await rules()).map(({ name }) => name)).toEqual(['Tre', 'Uno', 'Due'])
    expect((await dangerous()).priority).toBe('high')
    const [last] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'routing', id: town.tenant }, { limit: 1, before: null }),
    )
    expect(last).toMatchObject({ by: town.admin.account })
    expect((await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })).ok).toBe(true)
    expect((await rules()).map(({ name }) => name)).toEqual(['Uno', 'Due', 'Tre'])
  })

  test.each([
    ['not_yours', () => [{ change: 'put', rule: rule({ priority: 'low' }) }, town.desk] as const],
    ['no_such_rule', () => [{ change: 'remove', id: town.world.newId<'routing-rule'>() }, town.admin] as const],
    ['effects_missing', () => [{ change: 'put', rule: rule({}) }, town.admin] as const],
    [
      'office_missing',
      () => [{ change: 'put', rule: rule({ office: town.world.newId<'office'>() as OfficeId }) }, town.admin] as const,
    ],
    [
      'person_missing',
      () => [{ change: 'put', rule: rule({ office: town.office('parks'), person: town.roads.account }) }, town.admin] as const,
    ],
    ['old_version', () => [{ change: 'put', rule: rule({ priority: 'low' }) }, town.admin, 0] as const],
  ] as const)('is left as it is: %s', async (refusal, make) => {
    const [wanted, by, seen] = make()
    await put(rule({ priority: 'low' }, { name: 'Altra' }))
    const before = await rules()
    expect(await change(wanted, by, seen)).toEqual({ ok: false, refusal })
    expect(await rules()).toEqual(before)
  })

  test('is tried on the last reports before it is kept', async () => {
    const report = await dangerous()
    const directory = await town.world.directories.of(town.tenant)
    const tried = [rule({ office: town.office('parks') })]
    const { tried: count, differences } = await town.world.read(town.tenant, (reader) => tryRouting(reader, directory, tried))
    expect(count).toBeGreaterThan(3)
    expect(differences[0]).toMatchObject({
      report: { id: report.id },
      before: { office: town.office('roads') },
      after: { office: town.office('parks') },
    })
    expect(differences.every((one) => /pericolo/i.test(one.report.title))).toBe(true)
    expect(await rules()).toEqual([])
  })
})
