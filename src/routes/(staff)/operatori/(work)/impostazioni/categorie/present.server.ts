import type { Category } from '#domain/categories/category.ts'
import { choicesOf, type Question, questionTypes } from '#domain/categories/question.ts'
import type { Office } from '#domain/offices/office.ts'
import { publicationPolicies } from '#domain/reports/visibility.ts'
import type { CategoryId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'

type Rules = {
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly offices: ReadonlyMap<Office['id'], Pick<Office, 'id' | 'name' | 'active'>>
}

/** What can be chosen in the form of a category. */
export function categoryChoices(of: CategoryId | null, { categories, offices }: Rules, { words, locale, directory }: App.Locals) {
  const groups = [...categories.values()].filter(({ id, parent, active }) => parent === null && active && id !== of)
  const working = [...offices.values()].filter(({ active }) => active)
  return {
    parents: groups.map(({ id, name }): Option => ({ value: id, label: inLocale(name, locale) })),
    offices: working.map(({ id, name }): Option => ({ value: id, label: inLocale(name, locale) })),
    kinds: directory.tenant.settings.kinds.map((kind): Option => ({ value: kind, label: words.reports.kind[kind] })),
    units: (['working_hours', 'working_days'] as const).map(
      (unit): Option => ({ value: unit, label: words.categories.units[unit] }),
    ),
    policies: publicationPolicies.map((policy): Option => ({ value: policy, label: words.categories.policies[policy] })),
  }
}

/** A category as its form has it. */
export function categoryAsTyped(category: Category): Readonly<Record<string, readonly string[]>> {
  const one = (text: string | undefined | null) => [text ?? '']
  return {
    name: one(category.name.it),
    'name-en': one(category.name.en),
    description: one(category.description.it),
    'description-en': one(category.description.en),
    code: one(category.code),
    parent: one(category.parent),
    keywords: one(category.keywords.join(', ')),
    kinds: category.kinds,
    office: one(category.office),
    'offices-may-reply': category.officesMayReply ? ['on'] : [],
    firstReply: one(String(category.firstReply.amount)),
    'firstReply-unit': one(category.firstReply.unit),
    resolution: one(String(category.resolution.amount)),
    'resolution-unit': one(category.resolution.unit),
    likeMetres: one(String(category.likeMetres)),
    publication: one(category.publication),
    active: category.active ? ['on'] : [],
  }
}

const moreRows = 4

/** A question as its form has it. */
export function questionAsTyped(question: Question | null): Readonly<Record<string, readonly string[]>> {
  if (!question) return { type: ['choice'] }
  const { label, help, unit, stops = [], shownIf } = question
  const [stop] = stops
  const stopping = stops.flatMap(({ answers }) => answers)
  const rows = question.options.flatMap(({ code, label: name }, n) => [
    [`option-code-${n}`, code],
    [`option-${n}`, name.it],
    [`option-${n}-en`, name.en ?? ''],
    ...(stopping.includes(code) ? [[`option-stop-${n}`, 'on']] : []),
  ])
  const texts: readonly (readonly [string, string])[] = [
    ['code', question.code],
    ['label', label.it],
    ['label-en', label.en ?? ''],
    ['help', help?.it ?? ''],
    ['help-en', help?.en ?? ''],
    ['type', question.type],
    ['least', String(question.least ?? '')],
    ['most', String(question.most ?? '')],
    ['unit', unit?.it ?? ''],
    ['unit-en', unit?.en ?? ''],
    ['pattern', question.pattern ?? ''],
    ['referral', stop?.referral.it ?? ''],
    ['referral-en', stop?.referral.en ?? ''],
    ['contact', stop?.contact ?? ''],
  ]
  return {
    ...Object.fromEntries([...texts, ...rows].map(([name = '', text = '']) => [name, [text]])),
    ...(question.required && { required: ['on'] }),
    ...(question.public && { public: ['on'] }),
    ...(stopping.includes('yes') && { 'stop-yes': ['on'] }),
    ...(stopping.includes('no') && { 'stop-no': ['on'] }),
    if: (shownIf?.answers ?? []).map((answer) => `${shownIf?.question}:${answer}`),
  }
}

/** What can be chosen in the form of a question: kinds of answers, and the answers that it may wait for. */
export function questionChoices(category: Category, code: string | null, { words, locale }: App.Locals) {
  const says = words.categories.question
  const at = category.questions.findIndex((question) => question.code === code)
  const above = (at < 0 ? category.questions : category.questions.slice(0, at)).filter(({ retired }) => !retired)
  const nameOf = ({ type, options }: Question, answer: string) => {
    if (type === 'yes_no') return answer === 'yes' ? words.questions.yes : words.questions.no
    return inLocale(options.find((option) => option.code === answer)?.label ?? { it: answer }, locale)
  }
  return {
    types: questionTypes.map((type): Option => ({ value: type, label: says.types[type] })),
    conditions: above.flatMap((question) =>
      choicesOf(question).map(
        (answer): Option => ({
          value: `${question.code}:${answer}`,
          label: `${inLocale(question.label, locale)} → ${nameOf(question, answer)}`,
        }),
      ),
    ),
    rows: (category.questions[at]?.options.length ?? 0) + moreRows,
  }
}
