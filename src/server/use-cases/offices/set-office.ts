import { checkOffice, type OfficeRefusal } from '#domain/offices/check-office.ts'
import type { OfficeSetting } from '#domain/offices/office.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readOffices } from '#server/storage/offices.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetOffice = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: OfficeId | null
  /** What is not named stays. */
  readonly setting: Partial<Omit<OfficeSetting, 'desk' | 'active'>>
  readonly seen: number | null
}

export type SetOfficeRefusal = OfficeRefusal | ChangeSettingRefusal | 'no_such_office'

const blank: OfficeSetting = {
  parent: null,
  code: '',
  kind: 'office',
  name: { it: '' },
  competences: { it: '' },
  hours: { it: '' },
  opening: null,
  desk: false,
  email: null,
  phone: null,
  pec: null,
  address: null,
  points: [],
  place: null,
  access: { it: '' },
  documents: [],
  active: true,
}

/** Makes an office, or changes what it is called, does and stands under. */
export async function setOffice(world: World, tenant: TenantId, ask: SetOffice): Promise<Result<OfficeId, SetOfficeRefusal>> {
  const id = ask.id ?? world.newId<'office'>()
  return world.transaction(tenant, async (tx): Promise<Result<OfficeId, SetOfficeRefusal>> => {
    await lockBody(tx)
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const before = offices.get(id)
    if (ask.id !== null && !before) return refuse('no_such_office')
    const { id: _, ...was } = before ?? { ...blank, id }
    const checked = checkOffice(id, { ...was, ...ask.setting }, offices)
    if (!checked.ok) return checked
    const { by, seen } = ask
    const changed = await changeSetting(world, tx, { subject: 'office', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}
