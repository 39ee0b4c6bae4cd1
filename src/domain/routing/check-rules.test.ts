import { describe, expect, test } from 'vitest'
import type { Term } from '../clocks/working-calendar.ts'
import { checkRule, ruleLimits } from './check-rules.ts'
import { always, authorGroup, body, category, never, office, person, rule } from './routing.fake.ts'
import { type Asked, noEffects, type RoutingRule } from './rule.ts'

describe('a rule is kept', () => {
  const good = rule([always], { office: office('roads') }, { name: 'Strade' })
  const none: Term = { amount: 0, unit: 'working_days' }
  test('whole', () => expect(checkRule(good, [], body)).toEqual({ ok: true, value: good }))

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
    ['author_group_missing', { conditions: [{ about: 'author', groups: [authorGroup('gone')], not: false }] }],
  ])('unless %s', (refusal, more) => {
    const parks = rule([always], { office: office('parks') }, { name: 'Parchi' })
    expect(checkRule({ ...good, ...more }, [parks], body)).toEqual({ ok: false, refusal })
  })

  const height = { category: category('tree'), code: 'height' }
  test.each<readonly [string, Asked]>([
    ['condition_empty', { about: 'area', areas: [] }],
    ['condition_empty', { about: 'author', groups: [] }],
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
    expect(checkRule({ ...good, conditions }, [], body)).toEqual(wrong)
  })

  test.each(['firstReply', 'resolution'] as const)('unless a term is none: %s', (field) => {
    const effects = { ...noEffects, priority: 'high', [field]: none } as const
    expect(checkRule({ ...good, effects }, [], body)).toEqual({ ok: false, refusal: 'rule_term_wrong', field })
  })

  test('unless there are too many', () => {
    const others = Array.from({ length: ruleLimits.rules }, () => rule([always], { priority: 'low' }))
    expect(checkRule(good, others, body)).toEqual({ ok: false, refusal: 'too_many_rules' })
  })
})
