import type { Absence } from '#domain/people/absence.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'

/** The absences that are not over, each in a line. */
export function presentAbsences(
  absences: readonly Absence[],
  today: string,
  names: ReadonlyMap<AccountId, string>,
  { words, locale }: App.Locals,
) {
  const { absence } = words.people
  return absences
    .filter(({ to }) => to >= today)
    .map(({ from, to, substitute }) => ({
      from,
      line: fill(absence.line, { from: writeCivilDate(from, locale), to: writeCivilDate(to, locale) }),
      who: substitute ? fill(absence.substitute, { name: names.get(substitute) ?? words.desk.who.staff }) : absence.office,
    }))
}
