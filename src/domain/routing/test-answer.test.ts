import { expect, test } from 'vitest'
import { questionTypes } from '../categories/question.ts'
import type { AnswerTest } from './rule.ts'
import { passes, testsOf } from './test-answer.ts'

test.each<readonly [string | readonly string[] | undefined, AnswerTest, boolean]>([
  ['sì', { by: 'given' }, true],
  [['a', 'b'], { by: 'given' }, true],
  ['', { by: 'given' }, false],
  [[], { by: 'given' }, false],
  [undefined, { by: 'given' }, false],
  ['3', { by: 'least', number: 3 }, true],
  ['2,9', { by: 'least', number: 3 }, false],
  ['10', { by: 'least', number: 9 }, true],
  ['3', { by: 'most', number: 3 }, true],
  ['3,1', { by: 'most', number: 3 }, false],
  ['tre', { by: 'least', number: 0 }, false],
  ['tre', { by: 'most', number: 9 }, false],
  [undefined, { by: 'most', number: 9 }, false],
  ['Una siepe di ALLORO, alta', { by: 'holds', words: ['edera', 'alloro'] }, true],
  ['Una siepe di alloro', { by: 'holds', words: ['allo'] }, false],
  ['Vicino al n. 12', { by: 'holds', words: ['al n 12'] }, true],
  ['P-12/34', { by: 'begins', words: ['Q', 'p12'] }, true],
  ['P1234', { by: 'begins', words: ['P12'] }, true],
  ['P1234', { by: 'begins', words: ['12'] }, false],
  ['P1234', { by: 'holds', words: ['p1234'] }, true],
  ['2026-05-11', { by: 'from', date: '2026-05-11' }, true],
  ['2026-05-10', { by: 'from', date: '2026-05-11' }, false],
  ['2026-05-11', { by: 'until', date: '2026-05-11' }, true],
  ['2026-05-12', { by: 'until', date: '2026-05-11' }, false],
])('%j asked %j: %s', (answer, asked, expected) => expect(passes(answer, asked)).toBe(expected))

test('of every kind of question it can be asked whether it was answered', () => {
  for (const type of questionTypes) expect(testsOf[type]).toContain('given')
})
