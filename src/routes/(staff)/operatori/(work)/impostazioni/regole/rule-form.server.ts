import type { Term } from '#domain/clocks/working-calendar.ts'
import { channels, reportKinds } from '#domain/reports/kind.ts'
import { priorities } from '#domain/reports/priority.ts'
import {
  type AnswerTest,
  type Condition,
  noEffects,
  type RoutingRule,
  type RuleEffects,
  type RuleId,
} from '#domain/routing/rule.ts'
import {
  type AccountId,
  type AreaId,
  type AuthorGroupId,
  type CategoryId,
  type Id,
  isId,
  type OfficeId,
} from '#domain/shared/id.ts'
import { manyOf, oneOf } from '#domain/shared/known-words.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'

/** What the fields of a form hold, by their names. */
export type Typed = Readonly<Record<string, readonly string[]>>

export const abouts = ['kind', 'category', 'area', 'channel', 'author', 'words', 'answer', 'typed', 'time', 'holiday'] as const

/** The tests that a form offers of an answer. */
export const answerTests = ['given', 'least', 'most', 'holds', 'begins', 'from', 'until'] as const

const mostRows = 20

/** How many rows of conditions a form holds. */
export function rowsOf(form: FormData): number {
  return Math.min(mostRows, Math.max(1, Math.floor(Number(textOf(form, 'rows'))) || 1))
}

/** The row of a form in which a condition stands: those about nothing are none. */
export function rowOf(form: FormData, condition: number): number {
  const rows = Array.from({ length: rowsOf(form) }, (_, n) => n)
  return rows.filter((n) => oneOf(abouts, textOf(form, `about-${n}`)) !== null)[condition] ?? 0
}

/** What the form of a rule says; rows about nothing are left out. */
export function readRule(form: FormData, id: RuleId): RoutingRule {
  const rows = Array.from({ length: rowsOf(form) }, (_, n) => readCondition(form, n))
  return {
    id,
    name: textOf(form, 'name').trim(),
    active: form.has('active'),
    conditions: rows.filter((condition) => condition !== null),
    effects: readEffects(form),
    stop: form.has('stop'),
  }
}

function readCondition(form: FormData, n: number): Condition | null {
  const about = oneOf(abouts, textOf(form, `about-${n}`))
  const not = textOf(form, `way-${n}`) === 'not'
  const chosen = (name: string) => textsOf(form, `${name}-${n}`).filter((value) => value !== '')
  switch (about) {
    case null:
      return null
    case 'kind':
      return { about, not, kinds: manyOf(reportKinds, chosen('kind')) }
    case 'category':
      return { about, not, categories: [...new Set(chosen('category').filter(isId))] as CategoryId[] }
    case 'area':
      return { about, not, areas: [...new Set(chosen('area').filter(isId))] as AreaId[] }
    case 'channel':
      return { about, not, channels: manyOf(channels, chosen('channel')) }
    case 'author':
      return { about, not, groups: [...new Set(chosen('author').filter(isId))] as AuthorGroupId[] }
    case 'words':
      return { about, not, words: wordsIn(textOf(form, `words-${n}`)) }
    case 'answer':
      return { about, not, ...answersIn(chosen('answer')) }
    case 'typed': {
      const [category = '', code = ''] = textOf(form, `asked-${n}`).split(':')
      return { about, not, question: { category: category as CategoryId, code }, test: readTest(form, n) }
    }
    case 'time': {
      const days = [...new Set(chosen('day').map(Number))].toSorted((one, other) => one - other)
      return { about, not, days, from: textOf(form, `from-${n}`), to: textOf(form, `to-${n}`) }
    }
    case 'holiday':
      return { about, not }
  }
}

function readTest(form: FormData, n: number): AnswerTest {
  const by = oneOf(answerTests, textOf(form, `test-${n}`)) ?? 'given'
  switch (by) {
    case 'given':
      return { by }
    case 'least':
    case 'most':
      return { by, number: numberIn(textOf(form, `number-${n}`)) }
    case 'holds':
    case 'begins':
      return { by, words: wordsIn(textOf(form, `said-${n}`)) }
    case 'from':
    case 'until':
      return { by, date: textOf(form, `date-${n}`).trim() }
  }
}

/** What is no number is none to the rule either. */
function numberIn(text: string): number {
  const trimmed = text.trim().replace(',', '.')
  return trimmed === '' ? Number.NaN : Number(trimmed)
}

function wordsIn(text: string): readonly string[] {
  const words = text.split(/[,\n]/).map((word) => word.trim())
  return [...new Set(words.filter(Boolean))]
}

/** Answers of one question; those of a second question are no answers of the first, and leave nothing to hold. */
function answersIn(chosen: readonly string[]): Pick<Extract<Condition, { about: 'answer' }>, 'question' | 'answers'> {
  const parts = chosen.map((value) => value.split(':'))
  const [category = '', code = ''] = parts[0] ?? []
  const one = parts.every(([other, question]) => other === category && question === code)
  const answers = one ? parts.map(([, , answer = '']) => answer) : []
  return { question: { category: category as CategoryId, code }, answers: [...new Set(answers)] }
}

function readEffects(form: FormData): RuleEffects {
  const office = textOf(form, 'office')
  const person = textOf(form, 'person')
  const template = textOf(form, 'template')
  return {
    ...noEffects,
    office: isId(office) ? (office as OfficeId) : null,
    person: person === 'least_loaded' ? person : isId(person) ? (person as AccountId) : null,
    observers: [...new Set(textsOf(form, 'observer').filter(isId))] as OfficeId[],
    priority: oneOf(priorities, textOf(form, 'priority')),
    firstReply: readTerm(form, 'firstReply'),
    resolution: readTerm(form, 'resolution'),
    moderation: oneOf(['approved', 'rejected'] as const, textOf(form, 'moderation')),
    template: isId(template) ? (template as Id<'template'>) : null,
    referral: textOf(form, 'referral').trim(),
  }
}

function readTerm(form: FormData, name: string): Term | null {
  const text = textOf(form, name).trim()
  if (text === '') return null
  const amount = Number(text.replace(',', '.'))
  const unit = textOf(form, `${name}-unit`) === 'working_hours' ? 'working_hours' : 'working_days'
  return { amount: Number.isFinite(amount) ? amount : 0, unit }
}

/** A rule as its form shows it. */
export function ruleAsTyped({ name, active, conditions, effects, stop }: RoutingRule): Typed {
  const { office, person, observers, priority, moderation, template, referral } = effects
  return {
    name: [name],
    active: active ? ['on'] : [],
    stop: stop ? ['on'] : [],
    office: [office ?? ''],
    person: [person ?? ''],
    observer: observers,
    priority: [priority ?? ''],
    moderation: [moderation ?? ''],
    template: [template ?? ''],
    referral: [referral],
    ...termAsTyped('firstReply', effects.firstReply),
    ...termAsTyped('resolution', effects.resolution),
    rows: [String(Math.max(1, conditions.length))],
    ...Object.assign({}, ...conditions.map(conditionAsTyped)),
  }
}

function termAsTyped(name: string, term: Term | null): Typed {
  return { [name]: [term ? String(term.amount) : ''], [`${name}-unit`]: [term?.unit ?? 'working_days'] }
}

function conditionAsTyped(condition: Condition, n: number): Typed {
  const row = { [`about-${n}`]: [condition.about], [`way-${n}`]: [condition.not ? 'not' : 'is'] }
  switch (condition.about) {
    case 'kind':
      return { ...row, [`kind-${n}`]: condition.kinds }
    case 'category':
      return { ...row, [`category-${n}`]: condition.categories }
    case 'area':
      return { ...row, [`area-${n}`]: condition.areas }
    case 'channel':
      return { ...row, [`channel-${n}`]: condition.channels }
    case 'author':
      return { ...row, [`author-${n}`]: condition.groups }
    case 'words':
      return { ...row, [`words-${n}`]: [condition.words.join(', ')] }
    case 'answer': {
      const { category, code } = condition.question
      return { ...row, [`answer-${n}`]: condition.answers.map((answer) => `${category}:${code}:${answer}`) }
    }
    case 'typed': {
      const { category, code } = condition.question
      return { ...row, [`asked-${n}`]: [`${category}:${code}`], ...testAsTyped(condition.test, n) }
    }
    case 'time': {
      const { days, from, to } = condition
      return { ...row, [`day-${n}`]: days.map(String), [`from-${n}`]: [from], [`to-${n}`]: [to] }
    }
    case 'holiday':
      return row
  }
}

function testAsTyped(test: AnswerTest, n: number): Typed {
  return {
    [`test-${n}`]: [test.by],
    ...('number' in test && { [`number-${n}`]: [String(test.number).replace('.', ',')] }),
    ...('words' in test && { [`said-${n}`]: [test.words.join(', ')] }),
    ...('date' in test && { [`date-${n}`]: [test.date] }),
  }
}
