import { isCivilDate } from '../shared/day-span.ts'
import type { AccountId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'

/** When a person does not work, both days included (civil dates, ISO), and who stands in; nobody, and the office does. */
export type Absence = { readonly from: string; readonly to: string; readonly substitute: AccountId | null }

/** The absences of those who have any, by person. */
export type Absences = ReadonlyMap<AccountId, readonly Absence[]>

export type AbsenceRefusal =
  | 'from_missing'
  | 'to_missing'
  | 'ends_before_begins'
  | 'over_already'
  | 'too_long'
  | 'overlaps'
  | 'substitute_unknown'
  | 'substitute_itself'

/** Longer than this it is no absence: the person has other work, or none here. */
const longestDays = 366

/** Checks an absence that is entered on `today`: two days in order, not over, beside no other, with a substitute who is another person. */
export function checkAbsence(
  absence: Absence,
  of: { readonly person: AccountId; readonly others: readonly Absence[]; readonly colleagues: readonly AccountId[] },
  today: string,
): Result<Absence, AbsenceRefusal> {
  if (!isCivilDate(absence.from)) return refuse('from_missing')
  if (!isCivilDate(absence.to)) return refuse('to_missing')
  if (absence.to < absence.from) return refuse('ends_before_begins')
  if (absence.to < today) return refuse('over_already')
  if (daysBetween(absence.from, absence.to) > longestDays) return refuse('too_long')
  if (of.others.some(({ from, to }) => from <= absence.to && absence.from <= to)) return refuse('overlaps')
  if (absence.substitute === of.person) return refuse('substitute_itself')
  const known = absence.substitute === null || of.colleagues.includes(absence.substitute)
  return known ? done(absence) : refuse('substitute_unknown')
}

/** The absence of a day, where there is one. */
export function absenceOn(absences: readonly Absence[] | undefined, day: string): Absence | null {
  return absences?.find(({ from, to }) => from <= day && day <= to) ?? null
}

/**
 * Who gets what is meant for a person on a day: the person; while absent, whoever stands in and works in the office that day, or
 * stands in for them in turn; otherwise nobody, which is the office.
 */
export function standIn(
  person: AccountId,
  day: string,
  absences: Absences,
  worksThere: (person: AccountId) => boolean,
): AccountId | null {
  const asked = new Set<AccountId>()
  let next: AccountId | null = person
  while (next !== null && !asked.has(next)) {
    const absence = absenceOn(absences.get(next), day)
    if (absence === null) return worksThere(next) ? next : null
    asked.add(next)
    next = absence.substitute
  }
  return null
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
