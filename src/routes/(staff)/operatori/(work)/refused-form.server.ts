import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'

export type PeopleRefusal = keyof Dictionary['people']['refusal']

/** What a page is given of a form that was refused: which, why, beside which field, and everything that was typed. */
export function refusedForm(name: string, refusal: PeopleRefusal, form: FormData, { words }: App.Locals): RefusedForm {
  const typed = Map.groupBy([...form], ([key]) => key)
  const values = Object.fromEntries([...typed].map(([key, pairs]) => [key, pairs.map(([, value]) => String(value))]))
  return { name, field: fields[refusal] ?? null, message: words.people.refusal[refusal], values }
}

const fields: Readonly<Partial<Record<PeopleRefusal, string>>> = {
  email_wrong: 'email',
  email_missing: 'email',
  name_missing: 'name',
  name_too_long: 'name',
  first_name_missing: 'firstName',
  last_name_missing: 'lastName',
  phone_wrong: 'phone',
  here_already: 'email',
  name_kept: 'name',
  came_already: 'email',
  role_missing: 'roles',
  office_missing: 'offices',
  office_unknown: 'offices',
  last_administrator: 'roles',
  yourself: 'roles',
  hand_over_missing: 'to',
  successor_unknown: 'to',
  refers_here: 'to',
  note_missing: 'note',
  note_too_long: 'note',
  from_missing: 'from',
  over_already: 'to-day',
  overlaps: 'from',
  to_missing: 'to-day',
  ends_before_begins: 'to-day',
  too_long: 'to-day',
  substitute_unknown: 'substitute',
  substitute_itself: 'substitute',
  code_wrong: 'code',
  code_taken: 'code',
  text_too_long: 'competences',
  parent_unknown: 'parent',
  cycle: 'parent',
}
