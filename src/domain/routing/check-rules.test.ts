import { describe, expect, test } from 'vitest'
import type { Question } from '../categories/question.ts'
import type { Term } from '../clocks/working-calendar.ts'
import type { AccountId, CategoryId, OfficeId } from '../shared/id.ts'
import { checkRule, ruleLimits } from './check-rules.ts'
import type { RuleSurroundings } from './flag-rule.ts'
import { type Asked, type Condition, noEffects, type RoutingRule, type RuleEffects, type RuleId } from './rule.ts'

const office = (name: string) => name as OfficeId
const category = (name: string) => name as CategoryId
const person = (name: string) => name as AccountId
const question = (code: string, type: Question['type']): Question => ({
  code,
  label: { it: code },
  type,
  required: false,
  options: [],
})

const body: RuleSurroundings = {
  categories: new Map([[category('tree'), { questions: [question('what', 'many'), question('height', 'number')] }]]),
  areas: new Map(),
  offices: new Map(['parks', 'roads'].map((name) => [office(name), { active: true }])),
  templates: [],
}
const workers = new Map([[office('roads'), [{ id: person('rita') }]]])

let made = 0
const rule = (conditions: readonly Condition[], effects: Partial<RuleEffects>, more: Partial<RoutingRule> = {}): RoutingRule => {
  made++
  const plain = { id: `rule-${made}` as RuleId, name: `Regola ${made}`, active: true, stop: false }
  return { ...plain, conditions, effects: { ...noEffects, ...effects }, ...more }
}
const always: Condition = { about: 'kind', kinds: ['problem'], not: false }
const never: Condition = { about: 'kind', kinds: ['problem'], not: true }

describe('a rule is kept', () => {
  const good = rule([always], { office: office('roads') }, { name: 'Strade' })
  const none: Term = { amount: 0, unit: 'working_days' }
  test('whole', () => expect(checkRule(good, [], body, workers)).toEqual({ ok: true, value: good }))

  test.each<readonly [string, Partial<RoutingRule>]>([
    ['name_missing', { name: '  ' }],
    ['name_too_long', { name: 'a'.repeat(ruleLimits.name + 1) }],
    ['name_taken', { name: 'PARCHI' }],
    ['conditions_missing', { conditions: [] }],
    ['too_many_conditions', { conditions: Array.from({ length: 13 }, () => always) }],
    ['effects_missing', { effects: noEffects }],
    ['person_without_office', { effects: { ...noEffects, person: person('rita') } }],
    ['referral_too_long', { effects: { ...noEffects, referral: 'a'.repeat(301) } }],
    ['office_missing', { effects: { ...noEffects, office: office('gone') } }],
    ['person_missing', { effects: { ...noEffects, office: office('roads'), person: person('paolo') } }],
  ])('unless %s', (refusal, more) => {
    const parks = rule([always], { office: office('parks') }, { name: 'Parchi' })
    expect(checkRule({ ...good, ...more }, [parks], body, workers)).toEqual({ ok: false, refusal })
  })

  const height = { category: category('tree'), code: 'height' }
  test.each<readonly [string, Asked]>([
    ['condition_empty', { about: 'area', areas: [] }],
    ['condition_empty', { about: 'answer', question: { category: category('tree'), code: 'what' }, answers: [] }],
    ['condition_empty', { about: 'typed', question: { category: category(''), code: '' }, test: { by: 'given' } }],
    ['words_wrong', { about: 'words', words: ['?!'] }],
    ['words_wrong', { about: 'typed', question: height, test: { by: 'holds', words: [] } }],
    ['number_wrong', { about: 'typed', question: height, test: { by: 'least', number: Number.NaN } }],
    ['date_wrong', { about: 'typed', question: height, test: { by: 'until', date: '2026-02-30' } }],
    ['test_unfit', { about: 'typed', question: height, test: { by: 'begins', words: ['1'] } }],
    ['time_wrong', { about: 'time', days: [1], from: '25:00', to: '10:00' }],
    ['time_wrong', { about: 'time', days: [], from: '09:00', to: '10:00' }],
  ])('unless %s, beside the condition that is wrong: %j', (refusal, asked) => {
    const conditions = [always, { ...asked, not: false }, never]
    const wrong = { ok: false, refusal, field: 'condition-1' }
    expect(checkRule({ ...good, conditions }, [], body, workers)).toEqual(wrong)
  })

  test.each(['firstReply', 'resolution'] as const)('unless a term is none: %s', (field) => {
    const effects = { ...noEffects, priority: 'high', [field]: none } as const
    expect(checkRule({ ...good, effects }, [], body, workers)).toEqual({ ok: false, refusal: 'rule_term_wrong', field })
  })

  test('unless there are too many', () => {
    const others = Array.from({ length: ruleLimits.rules }, () => rule([always], { priority: 'low' }))
    expect(checkRule(good, others, body, workers)).toEqual({ ok: false, refusal: 'too_many_rules' })
  })
})
