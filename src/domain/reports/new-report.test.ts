import { expect, test } from 'vitest'
import type { Category } from '../categories/category.ts'
import { noEffects, type RoutingRule, type RuleEffects, type RuleId } from '../routing/rule.ts'
import type { AccountId, CategoryId, OfficeId } from '../shared/id.ts'
import { type Beginning, type NewReportRules, newReport } from './new-report.ts'
import { fakeReport } from './report.fake.ts'

const office = (name: string) => name as OfficeId
const nine = [{ from: '09:00', to: '17:00' }]
const tree: Category = {
  id: 'tree' as CategoryId,
  parent: null,
  code: 'tree',
  name: { it: 'Albero' },
  description: { it: '' },
  kinds: ['problem'],
  keywords: [],
  office: office('parks'),
  officesMayReply: false,
  firstReply: { amount: 2, unit: 'working_days' },
  resolution: { amount: 10, unit: 'working_days' },
  likeMetres: 150,
  active: true,
  questions: [],
}
const now = new Date('2026-05-18T08:00:00Z')
const beginning = (more: Partial<Beginning> = {}): Parameters<typeof newReport>[0] => ({
  ...fakeReport(),
  category: tree,
  office: null,
  authorGroups: [],
  ...more,
})
const rule = (effects: Partial<RuleEffects>): RoutingRule => ({
  id: 'rule' as RuleId,
  name: 'Regola',
  active: true,
  conditions: [{ about: 'kind', kinds: ['problem'], not: false }],
  effects: { ...noEffects, ...effects },
  stop: false,
})
const rules = (effects: Partial<RuleEffects> | null, more: Partial<NewReportRules> = {}): NewReportRules => ({
  routing: {
    categories: new Map([[tree.id, tree]]),
    areas: new Map(),
    authorGroups: new Map(),
    offices: new Map(['parks', 'roads', 'urp', 'police'].map((name) => [office(name), { active: true }])),
    templates: [],
    workers: new Map([[office('roads'), [{ id: 'rita' as AccountId }]]]),
    calendar: {
      zone: 'Europe/Rome',
      weekly: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] },
      patron: null,
      closures: [],
    },
    rules: effects ? [rule(effects)] : [],
    deskOffice: office('urp'),
  },
  publication: 'after_approval',
  blockedWords: [],
  ...more,
})

test('a report begins with its category’s office and with both promises counted from now', () => {
  const { report, routed } = newReport(beginning(), rules(null), now)
  expect(report).toMatchObject({ stage: 'submitted', routedOffice: 'parks', ownerOffice: null, version: 1, submittedAt: now })
  expect(report.resolutionDue.toISOString()).toBe('2026-06-01T15:00:00.000Z')
  expect(routed.rules).toEqual([])
})

test('the rules give it office, observers, urgency and terms', () => {
  const effects = {
    office: office('roads'),
    observers: [office('police'), office('roads')],
    priority: 'urgent',
    resolution: { amount: 1, unit: 'working_days' },
  } as const
  const { report } = newReport(beginning(), rules(effects), now)
  expect(report).toMatchObject({ routedOffice: 'roads', observers: ['police'], priority: 'urgent' })
  expect(report.resolutionDue.toISOString()).toBe('2026-05-19T15:00:00.000Z')
})

test('what somebody said of it stands over the rules: its office, how pressing it is', () => {
  const effects = { office: office('roads'), person: 'rita' as AccountId, priority: 'low' } as const
  const chosen = newReport(beginning({ office: office('urp'), priority: 'high' }), rules(effects), now)
  expect(chosen.report).toMatchObject({ routedOffice: 'urp', priority: 'high' })
  expect(chosen.routed).toMatchObject({ person: null, rules: [{ set: ['priority'] }] })
  const same = newReport(beginning({ office: office('roads') }), rules(effects), now)
  expect(same.routed).toMatchObject({ person: 'rita', rules: [{ set: ['office', 'person', 'priority'] }] })
})

test.each([
  [null, 'pending'],
  ['approved', 'pending'],
  ['rejected', 'rejected'],
] as const)('a blocked word keeps it for the desk, though a rule says %s: it is %s and seen by nobody', (said, moderation) => {
  const blocking = { publication: 'at_once', blockedWords: ['buca'] } as const
  const { report, blocked } = newReport(beginning(), rules({ moderation: said }, blocking), now)
  expect(blocked).toEqual(['buca'])
  expect(report).toMatchObject({ heldBack: true, moderation, visible: false })
})
