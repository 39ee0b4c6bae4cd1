import { expect, test } from 'vitest'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import { decidesOtherwise, markOfTrial } from './try-rule.server.ts'

const before: RoutingRule = {
  id: 'a' as RuleId,
  name: 'Pericolo',
  active: true,
  conditions: [{ about: 'words', words: ['pericolo'], not: false }],
  effects: { ...noEffects, priority: 'high' },
  stop: false,
}

test.each<readonly [string, Partial<RoutingRule>, boolean]>([
  [
    'nothing, read back with its parts in another order',
    { conditions: [{ not: false, words: ['pericolo'], about: 'words' }] },
    false,
  ],
  ['its name', { name: 'Altra' }, false],
  ['whether it is on', { active: false }, false],
  ['its conditions', { conditions: [{ about: 'words', words: ['pericolo'], not: true }] }, true],
  ['its effects', { effects: { ...noEffects, priority: 'urgent' } }, true],
  ['whether it stops', { stop: true }, true],
])('a rule that changed in %s needs a trial: %s', (_, more, expected) => {
  const after = { ...before, ...more }
  expect(decidesOtherwise(before, after)).toBe(expected)
  expect(decidesOtherwise(null, after)).toBe(true)
})

test('a trial is of one rule beside one version of the others, whatever the rule is called', () => {
  const mark = markOfTrial(before, '3')
  expect(markOfTrial({ ...before, id: 'b' as RuleId, name: 'Altra', active: false }, '3')).toBe(mark)
  expect(markOfTrial({ ...before, stop: true }, '3')).not.toBe(mark)
  expect(markOfTrial(before, '4')).not.toBe(mark)
})
