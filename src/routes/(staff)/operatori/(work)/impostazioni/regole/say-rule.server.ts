import { flagRule, type Missing } from '#domain/routing/flag-rule.ts'
import {
  type AnswerTest,
  type Condition,
  effectsOf,
  type RoutingRule,
  type RuleEffect,
  type RuleEffects,
} from '#domain/routing/rule.ts'
import type { AccountId, AuthorGroupId, OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill, writeNumber } from '#lib/messages/fill.ts'
import type { Workers } from '#server/storage/workers.ts'

type Locals = App.Locals

/** A rule as a sentence: when it applies, and what it brings about. */
export function sayRule(rule: RoutingRule, workers: Workers, locals: Locals): string {
  const { say } = locals.words.routing
  const conditions = rule.conditions.map((condition) => sayCondition(condition, locals)).join(say.and)
  const effects = effectsOf(rule.effects).map((effect) => sayEffect(effect, rule.effects, workers, locals))
  return fill(say.if, { conditions, effects: effects.join(', ') })
}

/** What a rule refers to in vain, in words; nothing where all is there. */
export function sayFlag(rule: RoutingRule, workers: Workers, { directory, words }: Locals): string | null {
  const missing: readonly Missing[] = flagRule(rule, { ...directory, workers })
  if (missing.length === 0) return null
  return fill(words.routing.flagged, { missing: missing.map((one) => words.routing.missing[one]).join(', ') })
}

function sayCondition(condition: Condition, locals: Locals): string {
  const { words, locale } = locals
  const { say, weekdays } = words.routing
  const way = condition.not ? 'not' : 'is'
  const list = (about: Listed, names: readonly string[]) => fill(say[about][way], { list: names.join(say.or) })
  switch (condition.about) {
    case 'kind':
      return list(
        condition.about,
        condition.kinds.map((kind) => words.reports.kind[kind]),
      )
    case 'channel':
      return list(
        condition.about,
        condition.channels.map((channel) => words.reports.channel[channel]),
      )
    case 'author':
      return list(
        condition.about,
        condition.groups.map((id) => authorGroupName(id, locals)),
      )
    case 'words':
      return list(
        condition.about,
        condition.words.map((word) => `«${word}»`),
      )
    case 'category':
      return list(
        condition.about,
        condition.categories.map((id) => categoryName(id, locals)),
      )
    case 'area':
      return list(
        condition.about,
        condition.areas.map((id) => locals.directory.areas.get(id)?.name ?? say.gone),
      )
    case 'answer': {
      const question = locals.directory.categories
        .get(condition.question.category)
        ?.questions.find(({ code }) => code === condition.question.code)
      const answers = condition.answers.map((answer) => answerName(question, answer, locals))
      const label = question ? inLocale(question.label, locale) : say.gone
      return fill(say.answer[way], { question: label, list: answers.join(say.or) })
    }
    case 'typed': {
      const { question, test } = condition
      const asked = locals.directory.categories.get(question.category)?.questions.find(({ code }) => code === question.code)
      const label = asked ? inLocale(asked.label, locale) : say.gone
      return fill(say.typed[test.by][way], { question: label, value: sayTested(test, locals) })
    }
    case 'time': {
      const days = condition.days.map((one) => weekdays[one as keyof typeof weekdays]).join(', ')
      return fill(say.time[way], { days, from: condition.from, to: condition.to })
    }
    case 'holiday':
      return say.holiday[way]
  }
}

function sayTested(test: AnswerTest, { words, locale }: Locals): string {
  if ('number' in test) return writeNumber(locale, test.number)
  if ('words' in test) return test.words.map((word) => `«${word}»`).join(words.routing.say.or)
  return 'date' in test ? writeCivilDate(test.date, locale) : ''
}

/** What is about several things of which one is enough. */
type Listed = 'kind' | 'channel' | 'author' | 'words' | 'category' | 'area'

type AskedQuestion = NonNullable<ReturnType<Locals['directory']['categories']['get']>>['questions'][number]

/** An answer as it is chosen. */
export function answerName(question: AskedQuestion | undefined, answer: string, { words, locale }: Locals): string {
  if (question?.type === 'yes_no') return answer === 'yes' ? words.desk.file.yes : words.desk.file.no
  const option = question?.options.find(({ code }) => code === answer)
  return option ? inLocale(option.label, locale) : words.routing.say.gone
}

function categoryName(id: Parameters<Locals['directory']['categories']['get']>[0], { directory, words, locale }: Locals): string {
  const category = directory.categories.get(id)
  return category ? inLocale(category.name, locale) : words.routing.say.gone
}

function authorGroupName(id: AuthorGroupId, { directory, words }: Locals): string {
  const group = directory.authorGroups.get(id)
  return group ? `«${group.name}»` : words.routing.say.gone
}

/** One thing that a rule brings about. */
export function sayEffect(effect: RuleEffect, effects: RuleEffects, workers: Workers, locals: Locals): string {
  const { words } = locals
  const { say, units, leastLoaded } = words.routing
  const told = (value: string) => (effect === 'moderation' ? value : fill(say[effect], { value }))
  switch (effect) {
    case 'office':
      return told(officeName(effects.office, locals))
    case 'person':
      return told(effects.person === 'least_loaded' ? leastLoaded.toLowerCase() : personName(effects.person, workers, locals))
    case 'observers':
      return told(effects.observers.map((office) => officeName(office, locals)).join(', '))
    case 'priority':
      return told(effects.priority ? words.inbox.priority[effects.priority].toLowerCase() : '')
    case 'firstReply':
    case 'resolution': {
      const term = effects[effect]
      return told(term ? `${term.amount} ${units[term.unit]}` : '')
    }
    case 'moderation':
      return effects.moderation ? say.moderation[effects.moderation] : ''
    case 'template':
      return told(locals.directory.templates.find(({ id }) => id === effects.template)?.name ?? say.gone)
    case 'referral':
      return told(effects.referral)
  }
}

/** An office by its name. */
export function officeName(id: OfficeId | null, { directory, words, locale }: Locals): string {
  const office = id === null ? undefined : directory.offices.get(id)
  return office ? inLocale(office.name, locale) : words.routing.say.gone
}

function personName(id: AccountId | null, workers: Workers, { words }: Locals): string {
  return [...workers.values()].flat().find((one) => one.id === id)?.name ?? words.routing.say.somebody
}
