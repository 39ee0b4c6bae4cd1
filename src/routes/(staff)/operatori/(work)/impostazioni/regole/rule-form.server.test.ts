import { expect, test } from 'vitest'
import { type AnswerTest, type Asked, noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import type { AreaId, AuthorGroupId, CategoryId } from '#domain/shared/id.ts'
import { readRule, rowOf, ruleAsTyped } from './rule-form.server.ts'

const id = '019e1000-0000-7000-8000-000000000000'
const question = { category: id as CategoryId, code: 'altezza' }
const rule = (asked: readonly Asked[]): RoutingRule => ({
  id: id as RuleId,
  name: 'Alberi',
  active: true,
  conditions: asked.map((one, n) => ({ ...one, not: n % 2 === 1 })),
  effects: { ...noEffects, priority: 'high', firstReply: { amount: 4, unit: 'working_hours' } },
  stop: true,
})

function formOf(typed: ReturnType<typeof ruleAsTyped>): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value)
  return form
}

const typed = (asked: AnswerTest): Asked => ({ about: 'typed', question, test: asked })

test.each<readonly [string, Asked]>([
  ['kind', { about: 'kind', kinds: ['problem', 'praise'] }],
  ['category', { about: 'category', categories: [id as CategoryId] }],
  ['area', { about: 'area', areas: [id as AreaId] }],
  ['channel', { about: 'channel', channels: ['phone'] }],
  ['author', { about: 'author', groups: [id as AuthorGroupId] }],
  ['words', { about: 'words', words: ['buca', 'scuola materna'] }],
  ['answer', { about: 'answer', question, answers: ['alto', 'basso'] }],
  ['given', typed({ by: 'given' })],
  ['least', typed({ by: 'least', number: 2.5 })],
  ['most', typed({ by: 'most', number: -3 })],
  ['holds', typed({ by: 'holds', words: ['edera', 'alloro'] })],
  ['begins', typed({ by: 'begins', words: ['P'] })],
  ['from', typed({ by: 'from', date: '2026-05-11' })],
  ['until', typed({ by: 'until', date: '2026-05-11' })],
  ['time', { about: 'time', days: [1, 5], from: '22:00', to: '06:00' }],
  ['holiday', { about: 'holiday' }],
])('what a form shows of a rule is read again: %s', (_, asked) => {
  const one = rule([asked, { about: 'holiday' }, asked])
  expect(readRule(formOf(ruleAsTyped(one)), one.id)).toEqual(one)
})

test('rows about nothing are left out, and the others found again', () => {
  const form = formOf({ rows: ['3'], 'about-0': [''], 'about-1': ['holiday'], 'about-2': ['words'], 'words-2': [''] })
  expect(readRule(form, id as RuleId).conditions).toEqual([
    { about: 'holiday', not: false },
    { about: 'words', words: [], not: false },
  ])
  expect([0, 1].map((n) => rowOf(form, n))).toEqual([1, 2])
})

test('a number that is none is none to the rule', () => {
  const form = formOf({
    rows: ['1'],
    'about-0': ['typed'],
    'asked-0': [`${id}:altezza`],
    'test-0': ['least'],
    'number-0': ['tre'],
  })
  expect(readRule(form, id as RuleId).conditions).toEqual([
    { about: 'typed', not: false, question, test: { by: 'least', number: Number.NaN } },
  ])
})
