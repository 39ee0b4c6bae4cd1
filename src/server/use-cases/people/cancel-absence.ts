import type { Actor } from '#domain/people/actor.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { readAbsences } from '#server/storage/absences.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type CancelAbsence = { readonly by: Actor; readonly person: AccountId; readonly from: string }

export type CancelAbsenceRefusal = ChangeSettingRefusal | 'no_such_absence'

/** Takes an absence back: the person is there. What went over to others meanwhile stays with them. */
export async function cancelAbsence(
  world: World,
  tenant: TenantId,
  { by, person, from }: CancelAbsence,
): Promise<Result<unknown, CancelAbsenceRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<unknown, CancelAbsenceRefusal>> => {
    await lockBody(tx)
    const absences = await readAbsences(tx, person)
    const value = absences.filter((absence) => absence.from !== from)
    if (value.length === absences.length) return refuse('no_such_absence')
    return changeSetting(world, tx, { subject: 'absence', id: person, by, value, seen: null })
  })
}
