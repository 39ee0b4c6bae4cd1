import { checkVenue, type VenueId, type VenueSetting } from '#domain/offices/venue.ts'
import type { Reader, Tx } from '../database.ts'
import { readOffices } from '../offices.ts'
import { deleteVenue, readVenues, saveVenue } from '../venues.ts'

/** What a change that was written down earlier does not tell. */
const untold = { picture: null } as const

/** A place where the body can be met, with the offices that are found there. */
export const venueStore = {
  async read(reader: Reader, id: string): Promise<VenueSetting | null> {
    const found = (await readVenues(reader)).find((venue) => venue.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: VenueSetting | null): Promise<void> {
    if (value === null) await deleteVenue(tx, id as VenueId)
    else await saveVenue(tx, id as VenueId, { ...untold, ...value })
  },
  shows: ({ active }: VenueSetting) => active,
  async mayReturn(tx: Tx, id: string, value: VenueSetting | null): Promise<boolean> {
    if (value === null) return true
    const [venues, offices] = [await readVenues(tx), new Set((await readOffices(tx)).map((office) => office.id))]
    return checkVenue(id as VenueId, { ...untold, ...value }, { venues, offices }).ok
  },
}
