import { categoryLabel } from '#domain/categories/find-category.ts'
import { choicesOf } from '#domain/categories/question.ts'
import { channels } from '#domain/reports/kind.ts'
import { priorities } from '#domain/reports/priority.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Workers } from '#server/storage/workers.ts'
import { abouts, answerTests } from './rule-form.server.ts'
import { answerName, officeName } from './say-rule.server.ts'

type Locals = App.Locals

/** Everything that can be chosen in the form of a rule. */
export function ruleChoices(rule: RoutingRule | null, workers: Workers, locals: Locals) {
  const { directory, words } = locals
  const { routing, reports, inbox } = words
  const offices = [...directory.offices.values()].filter(({ active }) => active)
  return {
    abouts: abouts.map((value) => ({ value, label: routing.abouts[value] })),
    ways: (['is', 'not'] as const).map((value) => ({ value, label: routing.ways[value] })),
    kinds: directory.tenant.settings.kinds.map((value) => ({ value, label: reports.kind[value] })),
    channels: channels.map((value) => ({ value, label: reports.channel[value] })),
    categories: categoryChoices(locals),
    areas: [...directory.areas.values()].map(({ id, name }) => ({ value: id as string, label: name })),
    authorGroups: [...directory.authorGroups.values()].map(({ id, name }) => ({ value: id as string, label: name })),
    answers: answerChoices(rule, locals),
    asked: askedChoices(rule, locals),
    tests: answerTests.map((value) => ({ value, label: routing.tests[value] })),
    days: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ value: String(day), label: routing.weekdays[day] })),
    offices: offices.map(({ id }) => ({ value: id as string, label: officeName(id, locals) })),
    people: offices.flatMap(({ id }): OptionGroup[] => {
      const people = workers.get(id) ?? []
      if (people.length === 0) return []
      return [{ label: officeName(id, locals), options: people.map((one) => ({ value: one.id, label: one.name })) }]
    }),
    priorities: priorities.toReversed().map((value) => ({ value, label: inbox.priority[value] })),
    units: (['working_days', 'working_hours'] as const).map((value) => ({ value, label: routing.units[value] })),
    moderations: (['approved', 'rejected'] as const).map((value) => ({ value, label: routing.moderations[value] })),
    templates: directory.templates.filter(({ active }) => active).map(({ id, name }) => ({ value: id as string, label: name })),
  }
}

function categoryChoices({ directory, words, locale }: Locals): readonly OptionGroup[] {
  const all = [...directory.categories.values()]
  return all
    .filter(({ parent }) => parent === null)
    .map((root) => ({
      label: inLocale(root.name, locale),
      options: [
        { value: root.id, label: fill(words.lists.wholeCategory, { name: inLocale(root.name, locale) }) },
        ...all.filter(({ parent }) => parent === root.id).map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
      ],
    }))
}

/** The answers that are chosen and not typed, by their question. */
function answerChoices(rule: RoutingRule | null, locals: Locals): readonly OptionGroup[] {
  return askedOf(rule, locals)
    .filter(({ question }) => choicesOf(question).length > 0)
    .map(({ category, label, question }) => ({
      label,
      options: choicesOf(question).map((answer) => ({
        value: `${category}:${question.code}:${answer}`,
        label: answerName(question, answer, locals),
      })),
    }))
}

/** Every question, by its category. */
function askedChoices(rule: RoutingRule | null, locals: Locals): readonly OptionGroup[] {
  const byCategory = Map.groupBy(askedOf(rule, locals), ({ group }) => group)
  return [...byCategory].map(([label, asked]) => ({
    label,
    options: asked.map(({ category, question, name }) => ({ value: `${category}:${question.code}`, label: name })),
  }))
}

/** The questions that are asked, and of those that are no longer the ones that this rule refers to. */
function askedOf(rule: RoutingRule | null, { directory, words, locale }: Locals) {
  const used = new Set(
    (rule?.conditions ?? []).flatMap((condition) => ('question' in condition ? keyOf(condition.question) : [])),
  )
  return [...directory.categories.values()].flatMap((category) => {
    const group = categoryLabel(category, directory.categories, locale)
    return category.questions
      .filter(({ code, retired }) => !retired || used.has(keyOf({ category: category.id, code })))
      .map((question) => {
        const retired = question.retired ? ` (${words.categories.retired})` : ''
        const name = `${inLocale(question.label, locale)}${retired}`
        return { category: category.id, group, question, name, label: `${group} › ${name}` }
      })
  })
}

function keyOf({ category, code }: { readonly category: string; readonly code: string }): string {
  return `${category}:${code}`
}
