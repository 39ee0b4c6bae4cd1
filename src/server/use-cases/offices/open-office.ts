import { checkOffice, type OfficeRefusal } from '#domain/offices/check-office.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { readOffices } from '#server/storage/offices.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type OpenOfficeRefusal = OfficeRefusal | ChangeSettingRefusal | 'no_such_office'

/** An office that was closed works again; what went to others stays there. */
export async function openOffice(
  world: World,
  tenant: TenantId,
  { by, office: id }: { readonly by: Actor; readonly office: OfficeId },
): Promise<Result<unknown, OpenOfficeRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<unknown, OpenOfficeRefusal>> => {
    await lockBody(tx)
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const office = offices.get(id)
    if (!office) return refuse('no_such_office')
    const { id: _, ...setting } = office
    const checked = checkOffice(id, { ...setting, active: true }, offices)
    if (!checked.ok) return checked
    return changeSetting(world, tx, { subject: 'office', id, by, value: checked.value, seen: null })
  })
}
