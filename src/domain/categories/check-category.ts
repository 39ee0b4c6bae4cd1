import type { Term } from '../clocks/working-calendar.ts'
import type { Office } from '../offices/office.ts'
import type { CategoryId, OfficeId } from '../shared/id.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { longField } from '../shared/words.ts'
import type { Category, CategorySetting } from './category.ts'
import { checkQuestions, type QuestionRefusal } from './check-questions.ts'

/** The longest texts of a category, in characters, and the longest terms. */
export const categoryLimits = {
  name: 120,
  text: 1000,
  keyword: 40,
  keywords: 60,
  working_hours: 2000,
  working_days: 400,
} as const

export type CategoryRefusal =
  | QuestionRefusal
  | 'name_missing'
  | 'name_too_long'
  | 'text_too_long'
  | 'code_wrong'
  | 'code_taken'
  | 'code_used'
  | 'kinds_missing'
  | 'keywords_wrong'
  | 'office_unknown'
  | 'term_wrong'
  | 'distance_wrong'
  | 'parent_unknown'
  | 'too_deep'
  | 'parent_has_reports'
  | 'children_active'

/** What a category is held against: all categories, the offices, and which categories anything was ever filed under. */
export type CategoryRules = {
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly offices: ReadonlyMap<OfficeId, Pick<Office, 'active'>>
  readonly used: ReadonlySet<CategoryId>
}

/** Checks what a category is to be beside the others: whole, with a code of its own that programs may rely on, in a tree of two levels under whose groups nothing is filed. */
export function checkCategorySetting(
  id: CategoryId,
  setting: CategorySetting,
  rules: CategoryRules,
): Result<CategorySetting, CategoryRefusal> {
  const wrong = wrongText(setting) ?? wrongChoice(setting, rules) ?? wrongPlace(id, setting, rules)
  if (wrong !== null) return wrong
  const questions = checkQuestions(setting.questions)
  return questions.ok ? done(setting) : questions
}

type Wrong = Refused<CategoryRefusal> | null

function wrongText({ name, description, code, keywords }: CategorySetting): Wrong {
  if (name.it.trim() === '') return refuse('name_missing')
  const longName = longField('name', name, categoryLimits.name)
  if (longName) return refuse('name_too_long', longName)
  const longText = longField('description', description, categoryLimits.text)
  if (longText) return refuse('text_too_long', longText)
  if (!/^[A-Za-z0-9_-]{1,60}$/.test(code)) return refuse('code_wrong')
  const long = keywords.length > categoryLimits.keywords || keywords.some((word) => word.length > categoryLimits.keyword)
  return long ? refuse('keywords_wrong') : null
}

function wrongChoice(setting: CategorySetting, rules: CategoryRules): Wrong {
  const { kinds, office, active, likeMetres } = setting
  if (kinds.length === 0) return refuse('kinds_missing')
  const known = rules.offices.get(office)
  if (!known || (active && !known.active)) return refuse('office_unknown')
  const endless = (['firstReply', 'resolution'] as const).find((term) => !isTerm(setting[term]))
  if (endless) return refuse('term_wrong', endless)
  return Number.isInteger(likeMetres) && likeMetres >= 10 && likeMetres <= 5000 ? null : refuse('distance_wrong')
}

function wrongPlace(id: CategoryId, { code, parent, active }: CategorySetting, rules: CategoryRules): Wrong {
  const all = [...rules.categories.values()]
  const below = all.filter((other) => other.parent === id)
  const before = rules.categories.get(id)
  if (all.some((other) => other.id !== id && other.code === code)) return refuse('code_taken')
  if (before && before.code !== code && rules.used.has(id)) return refuse('code_used')
  if (!active && below.some((child) => child.active)) return refuse('children_active')
  if (parent === null) return null
  const above = rules.categories.get(parent)
  if (!above || parent === id || (active && !above.active)) return refuse('parent_unknown')
  if (above.parent !== null || below.length > 0) return refuse('too_deep')
  return rules.used.has(parent) && before?.parent !== parent ? refuse('parent_has_reports') : null
}

function isTerm({ amount, unit }: Term): boolean {
  return Number.isInteger(amount) && amount >= 1 && amount <= categoryLimits[unit]
}
