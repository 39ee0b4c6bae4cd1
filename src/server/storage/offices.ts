import type { Office, OfficeSetting } from '#domain/offices/office.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** Every office of the body, those that are closed too. */
export async function readOffices({ db, tenant }: Reader): Promise<readonly Office[]> {
  const rows = await db
    .selectFrom('office')
    .where('office.tenant_id', '=', tenant)
    .select(['id', 'parent_id', 'code', 'name', 'competences', 'hours', 'opening', 'access', 'desk'])
    .select(['email', 'phone', 'pec', 'address', 'longitude', 'latitude', 'kind', 'points', 'documents', 'active'])
    .orderBy('code')
    .execute()
  return rows.map(({ parent_id, longitude, latitude, ...office }) => ({
    ...office,
    parent: parent_id,
    place: longitude === null || latitude === null ? null : { longitude, latitude },
  }))
}

/** The same by id. */
export async function readOfficesById(reader: Reader): Promise<ReadonlyMap<OfficeId, Office>> {
  return new Map((await readOffices(reader)).map((office) => [office.id, office]))
}

/** The desk's own office: there is one, and it stays. */
export async function readDeskOffice({ db, tenant }: Reader): Promise<OfficeId> {
  const { id } = await db
    .selectFrom('office')
    .where('office.tenant_id', '=', tenant)
    .where('office.desk', '=', true)
    .select('office.id')
    .orderBy('office.code')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes an office whole, whether it is there already or not. */
export async function saveOffice(tx: Tx, id: OfficeId, office: OfficeSetting): Promise<void> {
  const values = {
    parent_id: office.parent,
    code: office.code,
    kind: office.kind,
    name: JSON.stringify(office.name),
    competences: JSON.stringify(office.competences),
    hours: JSON.stringify(office.hours),
    opening: office.opening && JSON.stringify(office.opening),
    access: JSON.stringify(office.access),
    desk: office.desk,
    email: office.email,
    phone: office.phone,
    pec: office.pec,
    address: office.address,
    longitude: office.place?.longitude ?? null,
    latitude: office.place?.latitude ?? null,
    points: JSON.stringify(office.points),
    documents: JSON.stringify(office.documents),
    active: office.active,
  }
  await tx.db
    .insertInto('office')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

/** Takes an office away that nothing ever referred to. */
export async function deleteOffice(tx: Tx, id: OfficeId): Promise<void> {
  await tx.db.deleteFrom('office').where('office.tenant_id', '=', tx.tenant).where('office.id', '=', id).execute()
}
