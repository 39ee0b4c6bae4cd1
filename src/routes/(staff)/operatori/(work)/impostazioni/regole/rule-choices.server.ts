import { choicesOf } from '#domain/categories/question.ts'
import { channels } from '#domain/reports/kind.ts'
import { priorities } from '#domain/reports/priority.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Workers } from '#server/storage/workers.ts'
import { abouts } from './rule-form.server.ts'
import { answerName, officeName } from './say-rule.server.ts'

type Locals = App.Locals

/** Everything that can be chosen in the form of a rule. */
export function ruleChoices(workers: Workers, locals: Locals) {
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
    answers: answerChoices(locals),
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
function answerChoices(locals: Locals): readonly OptionGroup[] {
  const { directory, locale } = locals
  return [...directory.categories.values()].flatMap((category) =>
    category.questions
      .filter((question) => !question.retired && choicesOf(question).length > 0)
      .map((question) => ({
        label: `${inLocale(category.name, locale)} › ${inLocale(question.label, locale)}`,
        options: choicesOf(question).map((answer) => ({
          value: `${category.id}:${question.code}:${answer}`,
          label: answerName(question, answer, locals),
        })),
      })),
  )
}
