import { categoriesFor } from '#domain/categories/category.ts'
import type { Office } from '#domain/offices/office.ts'
import { type Absences, absenceOn } from '#domain/people/absence.ts'
import { declineReasons } from '#domain/reports/stage.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Worker, Workers } from '#server/storage/workers.ts'

type Locals = App.Locals

/** More people than this in one choice are slow to send and to read. */
const manyPeople = 150

/** Whom a choice names of those who work here: everybody, or where they are many those of the offices at hand. */
export function namedIn(workers: Workers, atHand: readonly OfficeId[]): Workers {
  const all = workers.values().reduce((sum, { length }) => sum + length, 0)
  return all > manyPeople ? new Map([...workers].filter(([office]) => atHand.includes(office))) : workers
}

/**
 * Who may own a report: each office as a whole, and each person in it; of those who are absent it says until when. Offices of which
 * nobody is named come last, under one heading.
 */
export function ownerChoices(
  offices: readonly Office[],
  workers: Workers,
  { words, locale, directory, installation }: Locals,
  absences: Absences = new Map(),
): readonly OptionGroup[] {
  const today = civilDate(installation.world.now(), directory.tenant.settings.calendar.zone)
  const named = ({ id, name }: Worker) => {
    const absence = absenceOn(absences.get(id), today)
    return absence ? fill(words.people.assignment.absent, { name, date: writeCivilDate(absence.to, locale) }) : name
  }
  const { officeOnly, otherOffices } = words.desk.actions
  const peopled = offices
    .filter(({ id }) => workers.has(id))
    .map((office): OptionGroup => {
      const name = inLocale(office.name, locale)
      const whole = { value: office.id, label: fill(officeOnly, { office: name }) }
      const people = (workers.get(office.id) ?? []).map((person) => ({
        value: `${office.id}:${person.id}`,
        label: `${named(person)} · ${name}`,
      }))
      return { label: name, options: [whole, ...people] }
    })
  const others = offices
    .filter(({ id }) => !workers.has(id))
    .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return others.length === 0 ? peopled : [...peopled, { label: otherOffices, options: others }]
}

/** The choices of the classification and decline forms; kind and category change together, so each category that takes some kind is there. */
export function otherChoices({ directory, words, locale }: Locals) {
  const { kinds } = directory.tenant.settings
  const categories = [...directory.categories.values()]
  const leaves = new Set(kinds.flatMap((kind) => categoriesFor(categories, kind)))
  const groups = categories
    .filter(({ parent }) => parent === null)
    .map((group): OptionGroup => {
      const within = [...leaves].filter(({ id, parent }) => parent === group.id || id === group.id)
      return {
        label: inLocale(group.name, locale),
        options: within.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
      }
    })
  return {
    kinds: kinds.map((kind) => ({ value: kind, label: words.reports.kind[kind] })),
    categories: groups.filter(({ options }) => options.length > 0),
    reasons: declineReasons.map((reason) => ({ value: reason, label: words.reports.declineReason[reason] })),
  }
}
