import type { Venue, VenueId, VenueSetting } from '#domain/offices/venue.ts'
import type { Reader, Tx } from './database.ts'

/** Every venue of the body with the offices that are found there, those that are closed too. */
export async function readVenues({ db, tenant }: Reader): Promise<readonly Venue[]> {
  const [rows, offices] = await Promise.all([
    db
      .selectFrom('venue')
      .where('venue.tenant_id', '=', tenant)
      .select(['id', 'code', 'name', 'description', 'picture', 'access', 'address', 'postcode', 'longitude', 'latitude'])
      .select(['opening', 'hours', 'points', 'active'])
      .orderBy('code')
      .execute(),
    db
      .selectFrom('venue_office')
      .where('venue_office.tenant_id', '=', tenant)
      .select(['venue_id', 'office_id'])
      .orderBy('office_id')
      .execute(),
  ])
  const byVenue = Map.groupBy(offices, ({ venue_id }) => venue_id)
  return rows.map(({ longitude, latitude, ...venue }) => ({
    ...venue,
    place: { longitude, latitude },
    offices: (byVenue.get(venue.id) ?? []).map(({ office_id }) => office_id),
  }))
}

/** Writes a venue whole, whether it is there already or not. */
export async function saveVenue(tx: Tx, id: VenueId, { offices, place, ...venue }: VenueSetting): Promise<void> {
  const values = {
    code: venue.code,
    name: JSON.stringify(venue.name),
    description: JSON.stringify(venue.description),
    picture: venue.picture && JSON.stringify(venue.picture),
    access: JSON.stringify(venue.access),
    address: venue.address,
    postcode: venue.postcode,
    longitude: place.longitude,
    latitude: place.latitude,
    opening: venue.opening && JSON.stringify(venue.opening),
    hours: JSON.stringify(venue.hours),
    points: JSON.stringify(venue.points),
    active: venue.active,
  }
  await tx.db
    .insertInto('venue')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
  await tx.db
    .deleteFrom('venue_office')
    .where('venue_office.tenant_id', '=', tx.tenant)
    .where('venue_office.venue_id', '=', id)
    .execute()
  if (offices.length === 0) return
  const rows = offices.map((office) => ({ tenant_id: tx.tenant, venue_id: id, office_id: office }))
  await tx.db.insertInto('venue_office').values(rows).execute()
}

/** Takes a venue away; the offices that were found there stay. */
export async function deleteVenue(tx: Tx, id: VenueId): Promise<void> {
  await tx.db.deleteFrom('venue').where('venue.tenant_id', '=', tx.tenant).where('venue.id', '=', id).execute()
}
