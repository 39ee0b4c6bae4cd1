import type { Category } from '../categories/category.ts'
import { reportKinds } from '../reports/kind.ts'
import type { AccountId, AreaId, AuthorGroupId, CategoryId, Id, OfficeId } from '../shared/id.ts'
import type { RoutingBody } from './route-report.ts'
import { type Condition, noEffects, type RoutingRule, type RuleEffects, type RuleId } from './rule.ts'

/** For tables of cases: a body with offices, categories, areas and people that rules may name, and rules for it. */
export const office = (name: string) => name as OfficeId
export const category = (name: string) => name as CategoryId
export const area = (name: string) => name as AreaId
export const authorGroup = (name: string) => name as AuthorGroupId
export const person = (name: string) => name as AccountId

const option = (code: string) => ({ code, label: { it: code } })
const leaf = (id: string, parent: string | null, own: string): Category => ({
  id: category(id),
  parent: parent === null ? null : category(parent),
  code: id,
  name: { it: id },
  description: { it: '' },
  kinds: [...reportKinds],
  keywords: [],
  office: office(own),
  officesMayReply: false,
  firstReply: { amount: 1, unit: 'working_days' },
  resolution: { amount: 5, unit: 'working_days' },
  likeMetres: 50,
  active: true,
  questions: [
    { code: 'danger', label: { it: 'Pericolo?' }, type: 'yes_no', required: false, options: [] },
    { code: 'what', label: { it: 'Che cosa?' }, type: 'many', required: false, options: [option('branch'), option('root')] },
    { code: 'height', label: { it: 'Quanto è alto?' }, type: 'number', required: false, options: [] },
    { code: 'old', label: { it: 'Da quando?' }, type: 'yes_no', required: false, options: [], retired: true },
  ],
})

const all = [
  leaf('green', null, 'parks'),
  leaf('tree', 'green', 'parks'),
  leaf('roads', null, 'roads'),
  leaf('old', null, 'gone'),
]
export const body: RoutingBody = {
  categories: new Map(all.map((one) => [one.id, one])),
  areas: new Map([
    [area('city'), { id: area('city'), parent: null }],
    [area('centre'), { id: area('centre'), parent: area('city') }],
    [area('hills'), { id: area('hills'), parent: null }],
  ]),
  authorGroups: new Map([[authorGroup('schools'), null]]),
  offices: new Map<OfficeId, { active: boolean }>([
    ...['desk', 'parks', 'roads', 'police'].map((name) => [office(name), { active: true }] as const),
    [office('gone'), { active: false }],
  ]),
  templates: [
    { id: 'thanks' as Id<'template'>, active: true },
    { id: 'unused' as Id<'template'>, active: false },
  ],
  workers: new Map([[office('roads'), [{ id: person('rita') }]]]),
  calendar: {
    zone: 'Europe/Rome',
    weekly: { 1: [{ from: '08:00', to: '18:00' }], 2: [], 3: [], 4: [], 5: [{ from: '08:00', to: '12:00' }], 6: [], 7: [] },
    patron: null,
    closures: [],
  },
  rules: [],
  deskOffice: office('desk'),
}

let made = 0
export const rule = (
  conditions: readonly Condition[],
  effects: Partial<RuleEffects>,
  more: Partial<RoutingRule> = {},
): RoutingRule => {
  made++
  return {
    id: `rule-${made}` as RuleId,
    name: `Regola ${made}`,
    active: true,
    conditions,
    effects: { ...noEffects, ...effects },
    stop: false,
    ...more,
  }
}
export const always: Condition = { about: 'kind', kinds: ['problem'], not: false }
export const never: Condition = { about: 'kind', kinds: ['problem'], not: true }
