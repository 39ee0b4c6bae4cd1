import { checkProfile, type ProfileId, type ProfileRefusal, type ProfileSetting } from '#domain/offices/profile.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listColleagues } from '#server/storage/mentions.ts'
import { readOffices } from '#server/storage/offices.ts'
import { readProfiles } from '#server/storage/profiles.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetProfile = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: ProfileId | null
  readonly profile: ProfileSetting
  readonly seen: number | null
}

export type SetProfileRefusal = ProfileRefusal | ChangeSettingRefusal | 'no_such_profile' | 'account_unknown'

/** Makes a public profile, or changes it; an account that it names has to be of the body's staff, and gets nothing by it. */
export async function setProfile(world: World, tenant: TenantId, ask: SetProfile): Promise<Result<ProfileId, SetProfileRefusal>> {
  const id = ask.id ?? world.newId<'profile'>()
  const { by, seen, profile } = ask
  return world.transaction(tenant, async (tx): Promise<Result<ProfileId, SetProfileRefusal>> => {
    await lockBody(tx)
    const profiles = await readProfiles(tx)
    const before = profiles.find((one) => one.id === id)
    if (ask.id !== null && !before) return refuse('no_such_profile')
    const { account } = profile
    const staff = account === null || account === before?.account || (await listColleagues(tx)).some((one) => one.id === account)
    if (!staff) return refuse('account_unknown')
    const offices = new Set((await readOffices(tx)).map((office) => office.id))
    const checked = checkProfile(id, profile, { profiles, offices })
    if (!checked.ok) return checked
    const changed = await changeSetting(world, tx, { subject: 'profile', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}
