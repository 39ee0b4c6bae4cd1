import { isDeepStrictEqual } from 'node:util'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { wereShown } from '#domain/appointments/review.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { checkSettings, type SettingsRefusal } from '#domain/tenants/check-settings.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { whoIsUpsetByBody } from '#server/storage/appointments/review-appointments.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetBody = {
  readonly by: Actor
  /** What is not named stays. */
  readonly part: Partial<TenantSettings>
  readonly seen: number | null
  /** Those who would lose their appointment’s time by it, as far as they were shown. */
  readonly shown?: readonly AppointmentId[]
}

export type SetBodyRefusal = SettingsRefusal | ChangeSettingRefusal | 'people_affected'

/**
 * Changes what the body says of itself or decides for all. What was promised to authors stays promised; where the calendar changes,
 * the warnings of every open report are worked out anew; whoever has an appointment when the body is closed is shown first, and told then.
 */
export async function setBody(
  world: World,
  tenant: TenantId,
  { by, part, seen, shown = [] }: SetBody,
): Promise<Result<Id<'setting-change'>, SetBodyRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<Id<'setting-change'>, SetBodyRefusal>> => {
    await lockBody(tx)
    const before = await bodyStore.read(tx, tenant)
    if (!before) throw new Error('a body without settings')
    const checked = checkSettings({ ...before, ...part })
    if (!checked.ok) return checked
    const { calendar } = checked.value
    const upset = isDeepStrictEqual(calendar, before.calendar) ? [] : await whoIsUpsetByBody(tx, calendar, world.now())
    const people = upset.flatMap(({ appointments }) => appointments)
    if (!wereShown(people, shown)) return refuse('people_affected', 'accepted')
    return changeSetting(world, tx, { subject: 'body', id: tenant, by, value: checked.value, seen })
  })
}
