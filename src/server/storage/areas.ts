import { sql } from 'kysely'
import type { Area, AreaSetting } from '#domain/areas/area.ts'
import type { AreaId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** An area with its place among the others. */
export type PlacedArea = Area & Pick<AreaSetting, 'position'>

/** Every area of the body in its order, those that are not used any more too. */
export async function readAreas({ db, tenant }: Reader): Promise<readonly PlacedArea[]> {
  const rows = await db
    .selectFrom('area')
    .where('area.tenant_id', '=', tenant)
    .select(['id', 'parent_id', 'code', 'name', 'geometry', 'active', 'position'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ parent_id, ...area }) => ({ ...area, parent: parent_id }))
}

/** Writes an area whole, whether it is there already or not. */
export async function saveArea(tx: Tx, id: AreaId, { parent, geometry, ...area }: AreaSetting): Promise<void> {
  const values = { ...area, parent_id: parent, geometry: JSON.stringify(geometry) }
  await tx.db
    .insertInto('area')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteArea(tx: Tx, id: AreaId): Promise<void> {
  await tx.db.deleteFrom('area').where('area.tenant_id', '=', tx.tenant).where('area.id', '=', id).execute()
}

/** How many reports lie in each area now, and how many of them are open. */
export async function countByArea({
  db,
  tenant,
}: Reader): Promise<ReadonlyMap<AreaId, { readonly all: number; readonly open: number }>> {
  const { rows } = await sql<{ area: AreaId; all: number; open: number }>`
    select report.area_id as area, count(*)::int as all, (count(*) filter (where not report.closed))::int as open
    from report where report.tenant_id = ${tenant} and report.area_id is not null group by report.area_id`.execute(db)
  return new Map(rows.map(({ area, all, open }) => [area, { all, open }]))
}

/** Some of the open reports that have a place, in the order of their ids. */
export async function listPlacedOpenReports(
  { db, tenant }: Reader,
  after: ReportId | null,
  limit: number,
): Promise<readonly ReportId[]> {
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.stage', 'not in', ['resolved', 'declined', 'withdrawn'])
    .where('report.longitude', 'is not', null)
    .$if(after !== null, (query) => query.where('report.id', '>', after))
    .select('report.id')
    .orderBy('report.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
