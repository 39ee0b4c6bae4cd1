import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerInWords, checkAnswers } from './answers.ts'
import { shownQuestions } from './conditions.ts'
import { stopOf } from './hard-stop.ts'
import type { GivenAnswers, Question } from './question.ts'

const ask = (code: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
  code,
  label: { it: code },
  type,
  required: false,
  options: [],
  ...more,
})
const options = [
  { code: 'red', label: { it: 'Rosso', en: 'Red' } },
  { code: 'blue', label: { it: 'Blu' } },
]
const yesNo = { yes: 'Sì', no: 'No' }

describe('an answer', () => {
  test.each([
    ['text', ask('q', 'text'), ' due parole ', 'due parole'],
    ['choice', ask('q', 'choice', { options }), 'red', 'red'],
    ['yes or no', ask('q', 'yes_no'), 'no', 'no'],
    ['number with a comma', ask('q', 'number'), '1,5', '1,5'],
    ['number at its lowest', ask('q', 'number', { least: 2, most: 3 }), '2', '2'],
    ['number at its highest', ask('q', 'number', { least: 2, most: 3 }), '3', '3'],
    ['date', ask('q', 'date'), '2028-02-29', '2028-02-29'],
    ['asset as it is kept', ask('q', 'asset', { pattern: '@###' }), ' a 012 ', 'A012'],
  ] as const)('is taken: %s', (_, question, given, answer) => {
    expect(checkAnswers([question], { q: [given] })).toEqual({ answers: { q: answer }, refusals: {} })
  })

  test.each([
    ['answer_missing', ask('q', 'text', { required: true }), ['  ']],
    ['answer_missing', ask('q', 'yes_no', { required: true }), undefined],
    ['answer_unknown_option', ask('q', 'choice', { options }), ['green']],
    ['answer_unknown_option', ask('q', 'many', { options }), ['red', 'green']],
    ['answer_unknown_option', ask('q', 'yes_no'), ['maybe']],
    ['answer_not_number', ask('q', 'number'), ['molti']],
    ['answer_too_small', ask('q', 'number', { least: 0 }), ['-1']],
    ['answer_too_large', ask('q', 'number', { most: 10 }), ['10,1']],
    ['answer_not_date', ask('q', 'date'), ['2026-02-29']],
    ['answer_not_asset', ask('q', 'asset', { pattern: '@###' }), ['12']],
    ['answer_not_asset', ask('q', 'asset'), ['12']],
    ['answer_too_long', ask('q', 'text'), ['x'.repeat(501)]],
  ] as const)('is refused: %s', (refusal, question, given) => {
    expect(checkAnswers([question], given ? { q: given } : {}).refusals).toEqual({ q: refusal })
  })

  test('to a question that is not asked any more, or never was, is left out', () => {
    const given = { old: ['1'], never: ['2'], q: ['3'] }
    expect(checkAnswers([ask('old', 'text', { retired: true, required: true }), ask('q', 'text')], given)).toEqual({
      answers: { q: '3' },
      refusals: {},
    })
  })

  test.each([
    ['an option by its label', ask('q', 'choice', { options }), 'red', 'en', 'Red'],
    ['an option that is not translated', ask('q', 'choice', { options }), 'blue', 'en', 'Blu'],
    ['several', ask('q', 'many', { options }), ['red', 'blue'], 'it', 'Rosso, Blu'],
    ['an option that is gone by its code', ask('q', 'choice', { options }), 'green', 'it', 'green'],
    ['yes', ask('q', 'yes_no'), 'yes', 'it', 'Sì'],
    ['a number with its unit', ask('q', 'number', { unit: { it: 'metri', en: 'metres' } }), '12', 'en', '12 metres'],
  ] as const)('is read: %s', (_, question, answer, locale, said) => {
    expect(answerInWords(question, answer, locale, yesNo)).toBe(said)
  })
})

const tree = ask('kind', 'choice', { options, required: true })
const only = (code: string, question: string, answers: readonly string[], more: Partial<Question> = {}) =>
  ask(code, 'yes_no', { shownIf: { question, answers }, required: true, ...more })
const codes = (questions: readonly { readonly code: string }[]) => questions.map(({ code }) => code)

describe('a question with a condition', () => {
  const questions = [
    tree,
    only('b', 'kind', ['red']),
    only('c', 'b', ['yes']),
    ask('d', 'many', { options }),
    only('e', 'd', ['blue']),
  ]

  test.each([
    [{}, ['kind', 'd']],
    [{ kind: ['blue'] }, ['kind', 'd']],
    [{ kind: ['red'] }, ['kind', 'b', 'd']],
    [{ kind: ['red'], b: ['yes'] }, ['kind', 'b', 'c', 'd']],
    [{ kind: ['blue'], b: ['yes'] }, ['kind', 'd']],
    [{ d: ['red', 'blue'] }, ['kind', 'd', 'e']],
  ])('%j shows %j', (given: GivenAnswers, shown) => expect(codes(shownQuestions(questions, given))).toEqual(shown))

  test('is required only where it is asked', () => {
    expect(checkAnswers(questions, { kind: ['blue'] }).refusals).toEqual({})
    expect(checkAnswers(questions, { kind: ['red'] }).refusals).toEqual({ b: 'answer_missing' })
  })

  test('has its answer dropped where it is not asked', () => {
    expect(checkAnswers(questions, { kind: ['blue'], b: ['yes'], c: ['no'] }).answers).toEqual({ kind: 'blue' })
  })

  test.each([
    ['itself', [only('a', 'a', ['yes'])]],
    ['each other', [only('a', 'b', ['yes']), only('b', 'a', ['yes'])]],
    ['one that comes later', [only('a', 'b', ['yes']), ask('b', 'yes_no')]],
    ['one that is not there', [only('a', 'z', ['yes'])]],
    ['one that is no longer asked', [ask('z', 'yes_no', { retired: true }), only('a', 'z', ['yes'])]],
  ])('is not asked where it waits for %s', (_, wrong) => {
    expect(codes(shownQuestions(wrong, { a: ['yes'], b: ['yes'], z: ['yes'] }))).not.toContain('a')
  })
})

describe('an answer that ends the report', () => {
  const referral = { it: 'Chiama il 112', en: 'Call 112' }
  const stops = [{ answers: ['yes'], referral, contact: '112' }]
  const questions = [
    tree,
    only('danger', 'kind', ['red'], { stops }),
    ask('more', 'many', { options, stops: [{ answers: ['blue'], referral }] }),
  ]

  test.each([
    [{}, null],
    [{ kind: ['red'], danger: ['no'] }, null],
    [{ kind: ['red'], danger: ['yes'] }, 'danger'],
    [{ kind: ['blue'], danger: ['yes'] }, null],
    [{ more: ['red', 'blue'] }, 'more'],
    [{ kind: ['red'], danger: ['yes'], more: ['blue'] }, 'danger'],
  ])('%j: %j', (given: GivenAnswers, stopping) => expect(stopOf(questions, given)?.question.code ?? null).toBe(stopping))
})

const anyQuestion = (code: string): fc.Arbitrary<Question> =>
  fc.record({
    code: fc.constant(code),
    label: fc.constant({ it: code }),
    type: fc.constantFrom('text', 'choice', 'many', 'number', 'date', 'yes_no', 'asset'),
    required: fc.boolean(),
    options: fc.constant(options),
    pattern: fc.constant('##'),
    retired: fc.boolean(),
    shownIf: fc.option(
      fc.record({
        question: fc.constantFrom('a', 'b', 'c', 'd'),
        answers: fc.subarray(['yes', 'red', 'blue', '1'], { minLength: 1 }),
      }),
      { nil: undefined },
    ),
  })
const someQuestions = fc.tuple(...['a', 'b', 'c', 'd'].map(anyQuestion)).chain((all) => fc.shuffledSubarray(all))
const someAnswers = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  fc.array(fc.constantFrom('yes', 'no', 'red', 'blue', '1', '12', '2026-05-11', ' '), { maxLength: 3 }),
)

describe('whatever is asked and answered', () => {
  test('answers and refusals are of questions that are shown, each at most one of both, and what is required is one of them', () => {
    fc.assert(
      fc.property(someQuestions, someAnswers, (questions, given) => {
        const shown = codes(shownQuestions(questions, given))
        const { answers, refusals } = checkAnswers(questions, given)
        const [answered, refused] = [Object.keys(answers), Object.keys(refusals)]
        expect(shown).toEqual(expect.arrayContaining([...answered, ...refused]))
        expect(answered.filter((code) => refused.includes(code))).toEqual([])
        for (const question of shownQuestions(questions, given))
          if (question.required) expect([...answered, ...refused]).toContain(question.code)
      }),
    )
  })

  test('what is shown depends on nothing that is hidden', () => {
    fc.assert(
      fc.property(someQuestions, someAnswers, (questions, given) => {
        const shown = codes(shownQuestions(questions, given))
        const visible = Object.fromEntries(Object.entries(given).filter(([code]) => shown.includes(code)))
        expect(codes(shownQuestions(questions, visible))).toEqual(shown)
      }),
    )
  })

  test('checking what was kept keeps it again', () => {
    fc.assert(
      fc.property(someQuestions, someAnswers, (questions, given) => {
        const { answers, refusals } = checkAnswers(questions, given)
        if (Object.keys(refusals).length > 0) return
        const again = Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, [answer].flat()]))
        expect(checkAnswers(questions, again)).toEqual({ answers, refusals: {} })
      }),
    )
  })
})
