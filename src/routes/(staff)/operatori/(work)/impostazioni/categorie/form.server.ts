import type { CategorySetting } from '#domain/categories/category.ts'
import { type Question, type QuestionOption, questionTypes } from '#domain/categories/question.ts'
import type { Term } from '#domain/clocks/working-calendar.ts'
import { reportKinds } from '#domain/reports/kind.ts'
import { publicationPolicies } from '#domain/reports/visibility.ts'
import { type CategoryId, isId, type OfficeId } from '#domain/shared/id.ts'
import { manyOf, oneOf } from '#domain/shared/known-words.ts'
import { searchText } from '#domain/shared/search-text.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import type { Said } from '../../refused-form.server.ts'

const longestCode = 60

type Refusal = keyof Dictionary['categories']['refusal'] | keyof Dictionary['settings']['refusal']

/** How refusals about categories and their questions are said. */
export function saidOfCategories({ words }: App.Locals): Said<Refusal> {
  return { words: { ...words.settings.refusal, ...words.categories.refusal }, fields }
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  name_missing: 'name',
  name_too_long: 'name',
  code_wrong: 'code',
  code_taken: 'code',
  code_used: 'code',
  kinds_missing: 'kinds',
  keywords_wrong: 'keywords',
  office_unknown: 'office',
  distance_wrong: 'likeMetres',
  parent_unknown: 'parent',
  too_deep: 'parent',
  parent_has_reports: 'parent',
  children_active: 'active',
  question_label_missing: 'label',
  question_code_wrong: 'code',
  question_code_taken: 'code',
  question_answered: 'code',
  options_missing: 'options',
  options_wrong: 'options',
  limits_turned: 'least',
  pattern_wrong: 'pattern',
  condition_wrong: 'if',
  condition_later: 'if',
  stop_wrong: 'referral',
}

/** A category as a form names it; none where it does not. */
export function readCategoryId(text: string): CategoryId | null {
  return isId(text) ? (text as CategoryId) : null
}

/** What the form of a category says. */
export function readCategory(form: FormData): Partial<CategorySetting> {
  return {
    parent: readCategoryId(textOf(form, 'parent')),
    code: codeOf(form, 'code', textOf(form, 'name')),
    name: wordsOf(form, 'name') ?? { it: '' },
    description: wordsOf(form, 'description') ?? { it: '' },
    kinds: manyOf(reportKinds, textsOf(form, 'kinds')),
    keywords: textOf(form, 'keywords')
      .split(/[,\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
    office: textOf(form, 'office') as OfficeId,
    officesMayReply: form.has('offices-may-reply'),
    firstReply: termOf(form, 'firstReply'),
    resolution: termOf(form, 'resolution'),
    likeMetres: numberOf(form, 'likeMetres') ?? 0,
    publication: oneOf(publicationPolicies, textOf(form, 'publication')) ?? undefined,
    active: form.has('active'),
  }
}

function termOf(form: FormData, name: string): Term {
  const unit = textOf(form, `${name}-unit`) === 'working_hours' ? 'working_hours' : 'working_days'
  return { amount: numberOf(form, name) ?? 0, unit }
}

function wordsOf(form: FormData, name: string): { it: string; en?: string } | undefined {
  const [it, en] = [textOf(form, name).trim(), textOf(form, `${name}-en`).trim()]
  return it === '' && en === '' ? undefined : { it, ...(en !== '' && { en }) }
}

/** Whoever leaves the code to us gets one of the words themselves. */
function codeOf(form: FormData, name: string, words: string): string {
  const typed = textOf(form, name).trim()
  return typed === '' ? searchText(words).replaceAll(' ', '-').slice(0, longestCode) : typed
}

function numberOf(form: FormData, name: string): number | undefined {
  const text = textOf(form, name).trim().replace(',', '.')
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)
}

/** What the form of a question says; what belongs to another kind of answer is left out. */
export function readQuestion(form: FormData): Question {
  const type = oneOf(questionTypes, textOf(form, 'type')) ?? 'text'
  const rows = type === 'choice' || type === 'many' ? optionRows(form) : []
  const stopping =
    type === 'yes_no'
      ? ['yes', 'no'].filter((answer) => form.has(`stop-${answer}`))
      : rows.flatMap(({ option, stops }) => (stops ? option.code : []))
  const [help, unit, referral] = [wordsOf(form, 'help'), wordsOf(form, 'unit'), wordsOf(form, 'referral')]
  const [least, most] = [numberOf(form, 'least'), numberOf(form, 'most')]
  const pattern = textOf(form, 'pattern').trim()
  const contact = textOf(form, 'contact').trim()
  const shownIf = conditionOf(textsOf(form, 'if'))
  const stops = [{ answers: stopping, referral: referral ?? { it: '' }, ...(contact && { contact }) }]
  return {
    code: codeOf(form, 'code', textOf(form, 'label')),
    label: wordsOf(form, 'label') ?? { it: '' },
    type,
    required: form.has('required'),
    options: rows.map(({ option }) => option),
    ...(help && { help }),
    ...(type === 'number' && {
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
      ...(unit && { unit }),
    }),
    ...(type === 'asset' && { pattern }),
    ...(shownIf && { shownIf }),
    ...((referral || stopping.length > 0) && { stops }),
    ...(form.has('public') && { public: true }),
  }
}

const mostRows = 60

function optionRows(form: FormData): readonly { readonly option: QuestionOption; readonly stops: boolean }[] {
  return Array.from({ length: mostRows }, (_, n) => ({
    option: {
      code: codeOf(form, `option-code-${n}`, textOf(form, `option-${n}`)),
      label: wordsOf(form, `option-${n}`) ?? { it: '' },
    },
    stops: form.has(`option-stop-${n}`),
  })).filter(({ option }) => option.code !== '' || option.label.it !== '')
}

/** Answers of two questions make no condition: the rule refuses what no question has. */
function conditionOf(chosen: readonly string[]): Question['shownIf'] {
  const pairs = chosen.map((text) => text.split(':'))
  const [first] = pairs
  if (!first) return undefined
  const one = pairs.every(([question]) => question === first[0])
  return { question: one ? (first[0] ?? '') : '', answers: pairs.map(([, answer = '']) => answer) }
}
