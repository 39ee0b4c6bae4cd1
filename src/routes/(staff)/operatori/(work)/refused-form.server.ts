import { type ActionFailure, fail } from '@sveltejs/kit'
import type { Refused } from '#domain/shared/result.ts'
import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'

/** How the refusals of a subject are said: their words, and beside which field where the rule itself names none. */
export type Said<R extends string> = {
  readonly words: Readonly<Record<R, string>>
  readonly fields: Readonly<Partial<Record<R, string>>>
}

/** Everything that was typed, as it was, by the names of the fields. */
export function typedIn(form: FormData): RefusedForm['values'] {
  const byName = Map.groupBy([...form], ([name]) => name)
  const texts = [...byName].map(([name, pairs]) => [name, pairs.flatMap(([, value]) => (typeof value === 'string' ? value : []))])
  return Object.fromEntries(texts)
}

/** What a page is given of a form that was refused: which, why, beside which field, and everything that was typed. */
export function wordRefused<R extends string>(
  name: string,
  { refusal, field }: Omit<Refused<R>, 'ok'>,
  form: FormData,
  { words, fields }: Said<R>,
): RefusedForm {
  return { name, field: field ?? fields[refusal] ?? null, message: words[refusal], values: typedIn(form) }
}

/** The same as the answer of an action; somebody else's change in between is a conflict. */
export function failForm<R extends string>(
  name: string,
  refused: Omit<Refused<R>, 'ok'>,
  form: FormData,
  said: Said<R>,
): ActionFailure<RefusedForm> {
  return fail(refused.refusal === 'old_version' ? 409 : 422, wordRefused(name, refused, form, said))
}

export type PeopleRefusal = keyof Dictionary['people']['refusal']

/** How refusals about people, their absences and offices are said. */
export function saidOfPeople({ words }: App.Locals): Said<PeopleRefusal> {
  return { words: words.people.refusal, fields }
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
  parent_unknown: 'parent',
  cycle: 'parent',
}
