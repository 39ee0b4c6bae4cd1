import type { Absence } from '#domain/people/absence.ts'
import type { Actor } from '#domain/people/actor.ts'
import { mayStandFor } from '#domain/people/staffing.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { readAbsences, saveAbsences } from '../absences.ts'
import { listMemberships } from '../accounts.ts'
import type { Reader, Tx } from '../database.ts'

/** When a person is absent, under their account; themselves and their managers say so too. */
export const absenceStore = {
  async read(reader: Reader, id: string): Promise<readonly Absence[] | null> {
    return readAbsences(reader, id as AccountId)
  },
  async write(tx: Tx, id: string, value: readonly Absence[] | null): Promise<void> {
    await saveAbsences(tx, id as AccountId, value ?? [])
  },
  async mayChange(tx: Tx, id: string, by: Actor): Promise<boolean> {
    return mayStandFor(by, id as AccountId, await listMemberships(tx, id as AccountId))
  },
}
