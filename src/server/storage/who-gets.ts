import { standIn } from '#domain/people/absence.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { listAbsences } from './absences.ts'
import type { Reader } from './database.ts'
import { listColleagues } from './workers.ts'

/** Who gets what is meant for somebody of an office today, and who was meant where that is another. */
export async function whoGets(
  reader: Reader,
  { office, person }: { readonly office: OfficeId; readonly person: AccountId },
  day: string,
): Promise<{ readonly person: AccountId | null; readonly insteadOf?: AccountId }> {
  const absences = await listAbsences(reader, day)
  if (!absences.has(person)) return { person }
  const colleagues = await listColleagues(reader, office)
  const found = standIn(person, day, absences, (one) => colleagues.has(one))
  return found === person ? { person } : { person: found, insteadOf: person }
}
