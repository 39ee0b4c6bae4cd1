import { describe, expect, test } from 'vitest'
import type { Id } from '../shared/id.ts'
import { flaggedRules, flagRule } from './flag-rule.ts'
import { always, area, authorGroup, body, category, office, person, rule } from './routing.fake.ts'
import type { RoutingRule } from './rule.ts'

describe('a rule is flagged', () => {
  const nowhere = category('nowhere')
  test.each<readonly [string, RoutingRule]>([
    ['category', rule([{ about: 'category', categories: [category('tree'), nowhere], not: false }], { priority: 'high' })],
    ['area', rule([{ about: 'area', areas: [area('moon')], not: true }], { priority: 'high' })],
    [
      'author_group',
      rule([{ about: 'author', groups: [authorGroup('schools'), authorGroup('gone')], not: true }], { priority: 'high' }),
    ],
    [
      'question',
      rule([{ about: 'answer', question: { category: category('tree'), code: 'gone' }, answers: ['yes'], not: false }], {}),
    ],
    [
      'question',
      rule([{ about: 'answer', question: { category: category('tree'), code: 'old' }, answers: ['yes'], not: true }], {}),
    ],
    [
      'question',
      rule([{ about: 'typed', question: { category: category('tree'), code: 'gone' }, test: { by: 'given' }, not: false }], {}),
    ],
    [
      'question',
      rule([{ about: 'typed', question: { category: category('tree'), code: 'old' }, test: { by: 'given' }, not: true }], {}),
    ],
    [
      'answer',
      rule(
        [{ about: 'answer', question: { category: category('tree'), code: 'what' }, answers: ['root', 'leaf'], not: false }],
        {},
      ),
    ],
    ['office', rule([always], { office: office('gone') })],
    ['observer', rule([always], { observers: [office('parks'), office('unknown')] })],
    ['template', rule([always], { template: 'unused' as Id<'template'> })],
    ['person', rule([always], { office: office('roads'), person: person('left') })],
  ])('when its %s is gone', (missing, one) => {
    expect(flagRule(one, body)).toEqual([missing])
  })

  test('in nothing where all is there', () => {
    const whole = rule([always], { office: office('roads'), person: person('rita'), template: 'thanks' as Id<'template'> })
    expect(flagRule(whole, body)).toEqual([])
  })
})

test('a rule that is flagged, for whatever reason, is not applied, and counted where it is on', () => {
  const left = rule([always], { office: office('roads'), person: person('left'), priority: 'high' })
  const rules = [left, rule([always], { office: office('gone') }, { active: false }), rule([always], { priority: 'low' })]
  expect(flaggedRules(rules, body)).toEqual([left])
})
