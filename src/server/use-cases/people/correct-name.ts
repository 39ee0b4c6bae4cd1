import { type Actor, holds } from '#domain/people/actor.ts'
import { lengths } from '#domain/reports/submission.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { keepsName, listHeldRoles } from '#server/storage/accounts.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type CorrectName = {
  readonly by: Actor
  readonly person: AccountId
  readonly name: string
  readonly seen: number | null
}

export type CorrectNameRefusal = ChangeSettingRefusal | 'name_missing' | 'name_too_long' | 'name_kept' | 'no_such_person'

/** Corrects what a person of the body is called, where it is this body that keeps the name. */
export async function correctName(
  world: World,
  tenant: TenantId,
  { by, person, name, seen }: CorrectName,
): Promise<Result<null, CorrectNameRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  const value = name.trim()
  if (value === '') return refuse('name_missing')
  if (value.length > lengths.name) return refuse('name_too_long')
  return world.transaction(tenant, async (tx): Promise<Result<null, CorrectNameRefusal>> => {
    if ((await listHeldRoles(tx, person)).length === 0) return refuse('no_such_person')
    if (!(await keepsName(tx, person))) return refuse('name_kept')
    const changed = await changeSetting(world, tx, { subject: 'staff_name', id: person, by, value, seen })
    return changed.ok ? done(null) : changed
  })
}
