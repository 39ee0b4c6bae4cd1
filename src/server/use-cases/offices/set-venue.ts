import { checkVenue, type VenueId, type VenueRefusal, type VenueSetting } from '#domain/offices/venue.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readOffices } from '#server/storage/offices.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { readVenues } from '#server/storage/venues.ts'
import type { World } from '#server/world.ts'

export type SetVenue = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: VenueId | null
  readonly venue: VenueSetting
  readonly seen: number | null
}

export type SetVenueRefusal = VenueRefusal | ChangeSettingRefusal | 'no_such_venue'

/** Makes a place where the body can be met, or changes what it says and which offices are found there. */
export async function setVenue(world: World, tenant: TenantId, ask: SetVenue): Promise<Result<VenueId, SetVenueRefusal>> {
  const id = ask.id ?? world.newId<'venue'>()
  return world.transaction(tenant, async (tx): Promise<Result<VenueId, SetVenueRefusal>> => {
    await lockBody(tx)
    const venues = await readVenues(tx)
    if (ask.id !== null && !venues.some((venue) => venue.id === id)) return refuse('no_such_venue')
    const offices = new Set((await readOffices(tx)).map((office) => office.id))
    const checked = checkVenue(id, ask.venue, { venues, offices })
    if (!checked.ok) return checked
    const { by, seen } = ask
    const changed = await changeSetting(world, tx, { subject: 'venue', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}
