import type { Membership } from '#domain/people/actor.ts'
import { officesOfMemberships } from '#domain/people/staffing.ts'
import { type AccountId, isId } from '#domain/shared/id.ts'
import type { Option } from '#lib/forms/field.ts'
import type { listWorkers } from '#server/storage/workers.ts'
import type { HandOver } from '#server/use-cases/people/change-roles.ts'

type Workers = Awaited<ReturnType<typeof listWorkers>>

/** The colleagues of a person: whoever works in an office of theirs. */
export function colleagueChoices(person: AccountId, memberships: readonly Membership[], workers: Workers): readonly Option[] {
  const found = new Map<string, string>()
  for (const office of officesOfMemberships(memberships))
    for (const { id, name } of workers.get(office) ?? []) if (id !== person) found.set(id, name)
  return [...found].map(([value, label]) => ({ value, label })).toSorted((one, other) => one.label.localeCompare(other.label))
}

/** To whom the open reports go as a form says it; null where it says nothing. */
export function readHandOver(to: string, note: string): HandOver | null {
  const successor = readSuccessor(to)
  return successor === null ? null : { to: successor, note }
}

/** A person or the whole office, as a form says it. */
export function readSuccessor(to: string): AccountId | 'office' | null {
  return to === 'office' ? 'office' : readPerson(to)
}

/** A person as a form names them; nobody where it does not. */
export function readPerson(text: string): AccountId | null {
  return isId(text) ? (text as AccountId) : null
}
