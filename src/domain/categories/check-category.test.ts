import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CategoryId, OfficeId } from '../shared/id.ts'
import type { Category, CategorySetting } from './category.ts'
import { changeQuestions, type QuestionChange } from './change-questions.ts'
import { checkCategorySetting } from './check-category.ts'
import { checkQuestions } from './check-questions.ts'
import { shownQuestions } from './conditions.ts'
import { placeAt } from './place-category.ts'
import type { Question } from './question.ts'

const office = 'office' as OfficeId
const category = (id: string, more: Partial<CategorySetting> = {}): Category & CategorySetting => ({
  id: id as CategoryId,
  parent: null,
  code: id,
  name: { it: id },
  description: { it: '' },
  kinds: ['problem'],
  keywords: [],
  office,
  officesMayReply: false,
  likeMetres: 150,
  firstReply: { amount: 1, unit: 'working_days' },
  resolution: { amount: 8, unit: 'working_hours' },
  active: true,
  questions: [],
  position: 0,
  ...more,
})
const under = 'roads' as CategoryId
const all = [category('roads'), category('hole', { parent: under }), category('lamp'), category('old', { active: false })]
const rules = {
  categories: new Map(all.map((one) => [one.id, one])),
  offices: new Map([
    [office, { active: true }],
    ['closed' as OfficeId, { active: false }],
  ]),
  used: new Set(['hole', 'lamp'] as CategoryId[]),
}
const check = (id: string, more: Partial<CategorySetting>) => {
  const { id: _, ...setting } = category(id, more)
  return checkCategorySetting(id as CategoryId, setting, rules)
}

describe('a category', () => {
  test.each([
    ['new', {}],
    ['new', { parent: under, publication: 'never' }],
    ['hole', { parent: under, active: false, office: 'closed' as OfficeId }],
    ['roads', { code: 'streets' }],
  ] as const)('may be: %s %j', (id, more) => expect(check(id, more).ok).toBe(true))

  test.each([
    ['name_missing', 'new', { name: { it: ' ' } }],
    ['code_wrong', 'new', { code: 'a b' }],
    ['code_taken', 'new', { code: 'lamp' }],
    ['code_used', 'lamp', { code: 'lamps' }],
    ['keywords_wrong', 'new', { keywords: ['x'.repeat(41)] }],
    ['kinds_missing', 'new', { kinds: [] }],
    ['office_unknown', 'new', { office: 'nowhere' as OfficeId }],
    ['office_unknown', 'new', { office: 'closed' as OfficeId }],
    ['distance_wrong', 'new', { likeMetres: 5 }],
    ['parent_unknown', 'new', { parent: 'nowhere' as CategoryId }],
    ['parent_unknown', 'new', { parent: 'old' as CategoryId }],
    ['too_deep', 'new', { parent: 'hole' as CategoryId }],
    ['too_deep', 'roads', { parent: 'lamp' as CategoryId }],
    ['parent_has_reports', 'new', { parent: 'lamp' as CategoryId }],
    ['children_active', 'roads', { active: false }],
    [
      'question_label_missing',
      'new',
      { questions: [{ code: 'q', label: { it: '' }, type: 'text', required: true, options: [] }] },
    ],
  ] as const)('is refused: %s', (refusal, id, more) => expect(check(id, more)).toEqual({ ok: false, refusal }))

  test.each([
    ['name_too_long', 'name', { name: { it: 'x'.repeat(121) } }],
    ['name_too_long', 'name-en', { name: { it: 'x', en: 'x'.repeat(121) } }],
    ['text_too_long', 'description', { description: { it: 'x'.repeat(1001) } }],
    ['text_too_long', 'description-en', { description: { it: '', en: 'x'.repeat(1001) } }],
    ['term_wrong', 'firstReply', { firstReply: { amount: 0, unit: 'working_days' } }],
    ['term_wrong', 'resolution', { resolution: { amount: 401, unit: 'working_days' } }],
  ] as const)('is refused for one of several fields: %s, %s', (refusal, field, more) =>
    expect(check('new', more)).toEqual({ ok: false, refusal, field }),
  )
})

const question = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  label: { it: code },
  type: 'yes_no',
  required: false,
  options: [],
  ...more,
})
const two = [
  { code: 'a', label: { it: 'A' } },
  { code: 'b', label: { it: 'B' } },
]
const if_ = (code: string, answers = ['yes']) => ({ shownIf: { question: code, answers } })

describe('the questions of a category', () => {
  test.each([
    ['question_code_wrong', [question('a b')]],
    ['question_code_taken', [question('a'), question('a')]],
    ['too_many_questions', Array.from({ length: 31 }, (_, n) => question(`q${n}`))],
    ['options_missing', [question('a', { type: 'choice', options: two.slice(1) })]],
    ['options_wrong', [question('a', { type: 'many', options: [...two, ...two] })]],
    ['options_wrong', [question('a', { type: 'many', options: [{ code: 'x', label: { it: '' } }, ...two] })]],
    ['limits_turned', [question('a', { type: 'number', least: 2, most: 1 })]],
    ['pattern_wrong', [question('a', { type: 'asset' })]],
    ['condition_wrong', [question('a', if_('z'))]],
    ['condition_wrong', [question('a', { retired: true }), question('b', if_('a'))]],
    ['condition_wrong', [question('a'), question('b', if_('a', ['maybe']))]],
    ['condition_wrong', [question('a'), question('b', if_('a', []))]],
    ['condition_later', [question('b', if_('a')), question('a')]],
    ['condition_later', [question('a', if_('a'))]],
    ['stop_wrong', [question('a', { stops: [{ answers: ['yes'], referral: { it: '' } }] })]],
    ['stop_wrong', [question('a', { stops: [{ answers: [], referral: { it: 'x' } }] })]],
    ['stop_wrong', [question('a', { type: 'text', stops: [{ answers: ['yes'], referral: { it: 'x' } }] })]],
  ] as const)('are refused: %s', (refusal, questions) => expect(checkQuestions(questions)).toEqual({ ok: false, refusal }))

  test.each([
    ['label-en', { label: { it: 'x', en: 'x'.repeat(201) } }],
    ['help', { help: { it: 'x'.repeat(1001) } }],
    ['unit', { unit: { it: 'x'.repeat(41) } }],
  ] as const)('are refused where a text is too long: %s', (field, more) =>
    expect(checkQuestions([question('a', more)])).toEqual({ ok: false, refusal: 'question_text_too_long', field }),
  )

  test('that are taken never wait in a circle: answered as they wait for it, all of them are asked', () => {
    const conditions = fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(conditions, (above) => {
        const questions = above.map((at, n) => question(`q${n}`, at === undefined ? {} : if_(`q${at}`)))
        const given = Object.fromEntries(questions.map(({ code }) => [code, ['yes']]))
        if (checkQuestions(questions).ok) expect(shownQuestions(questions, given)).toEqual(questions)
      }),
    )
  })

  const before = [question('a', { type: 'choice', options: two }), question('b'), question('c', { retired: true })]
  const change = (asked: QuestionChange, answered: readonly string[] = []) => changeQuestions(before, asked, new Set(answered))
  const put = (was: string | null, after: Question): QuestionChange => ({ change: 'put', was, question: after })

  test.each([
    ['one more', put(null, question('d')), ['a', 'b', 'c', 'd']],
    ['another code, never answered', put('b', question('z')), ['a', 'z', 'c']],
    ['up', { change: 'move', code: 'b', by: -1 }, ['b', 'a', 'c']],
    ['down', { change: 'move', code: 'b', by: 1 }, ['a', 'c', 'b']],
    ['removed, never answered', { change: 'remove', code: 'a' }, ['b', 'c']],
    ['no longer asked', { change: 'retire', code: 'a' }, ['a', 'b', 'c']],
    ['asked again', { change: 'ask_again', code: 'c' }, ['a', 'b', 'c']],
  ] as const)('change: %s', (_, asked, codes) => {
    const changed = change(asked)
    expect(changed.ok && changed.value.map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['no_such_question', { change: 'retire', code: 'z' }],
    ['question_answered', { change: 'remove', code: 'a' }],
    ['question_answered', put('a', question('z', { type: 'choice', options: two }))],
    ['question_answered', put('a', question('a', { type: 'many', options: two }))],
    ['question_answered', put('a', question('a', { type: 'choice', options: two.slice(1) }))],
    ['nothing_changes', { change: 'move', code: 'a', by: -1 }],
    ['nothing_changes', { change: 'move', code: 'c', by: 1 }],
  ] as const)('are not changed: %s', (refusal, asked) => expect(change(asked, ['a'])).toEqual({ ok: false, refusal }))
})

test('a category comes to stand where it was put, whatever the others’ positions', () => {
  const positions = fc.array(fc.constantFrom(0, 1, 2, 2.5, 3), { maxLength: 8 }).map((all_) => all_.toSorted())
  fc.assert(
    fc.property(positions, fc.nat(9), (given, index) => {
      const siblings = given.map((position, n) => ({ id: `c${n}` as CategoryId, position }))
      const others = siblings.map(({ id }) => id)
      const changed = placeAt(siblings, 'new' as CategoryId, index)
      const placed = [...siblings, { id: 'new' as CategoryId, position: 99 }].map(({ id, position }, at) => ({
        id,
        at: id === 'new' ? -1 : at,
        position: changed.get(id) ?? position,
      }))
      const ordered = placed.toSorted((one, other) => one.position - other.position || one.at - other.at).map(({ id }) => id)
      const at = Math.min(index, others.length)
      expect(ordered).toEqual([...others.slice(0, at), 'new', ...others.slice(at)])
    }),
  )
})
