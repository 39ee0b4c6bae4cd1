import { describe, expect, test } from 'vitest'
import type { Term } from '../clocks/working-calendar.ts'
import { checkRule, ruleLimits } from './check-rules.ts'
import { always, body, category, office, person, rule } from './routing.fake.ts'
import { noEffects, type RoutingRule } from './rule.ts'

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
    ['condition_empty', { conditions: [{ about: 'area', areas: [], not: false }] }],
    [
      'condition_empty',
      { conditions: [{ about: 'answer', question: { category: category('tree'), code: 'what' }, answers: [], not: false }] },
    ],
    ['words_wrong', { conditions: [{ about: 'words', words: ['?!'], not: false }] }],
    ['time_wrong', { conditions: [{ about: 'time', days: [1], from: '25:00', to: '10:00', not: false }] }],
    ['time_wrong', { conditions: [{ about: 'time', days: [], from: '09:00', to: '10:00', not: false }] }],
    ['effects_missing', { effects: noEffects }],
    ['person_without_office', { effects: { ...noEffects, person: person('rita') } }],
    ['rule_term_wrong', { effects: { ...noEffects, firstReply: none } }],
    ['referral_too_long', { effects: { ...noEffects, referral: 'a'.repeat(301) } }],
    ['office_missing', { effects: { ...noEffects, office: office('gone') } }],
    ['person_missing', { effects: { ...noEffects, office: office('roads'), person: person('paolo') } }],
  ])('unless %s', (refusal, more) => {
    const parks = rule([always], { office: office('parks') }, { name: 'Parchi' })
    expect(checkRule({ ...good, ...more }, [parks], body)).toEqual({ ok: false, refusal })
  })

  test('unless there are too many', () => {
    const others = Array.from({ length: ruleLimits.rules }, () => rule([always], { priority: 'low' }))
    expect(checkRule(good, others, body)).toEqual({ ok: false, refusal: 'too_many_rules' })
  })
})
