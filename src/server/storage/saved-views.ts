import type { Selectable } from 'kysely'
import { byId, filterFromSearch, searchOfFilter } from '#domain/reports/list-address.ts'
import { lookFromSearch, searchOfLook } from '#domain/reports/list-look.ts'
import type { Audience, SavedView } from '#domain/reports/saved-view.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './tables.ts'

const columns = ['id', 'account_id', 'name', 'audience', 'office_id', 'search', 'version'] as const

/** Every view that is kept in the body, by name; who may see which is asked of the rules. */
export async function listViews({ db, tenant }: Reader | Tx): Promise<readonly SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .where('saved_view.tenant_id', '=', tenant)
    .select(columns)
    .orderBy('saved_view.name')
    .orderBy('saved_view.id')
    .execute()
  return rows.map(toView)
}

/** A view that is about to be changed. */
export async function lockView({ db, tenant }: Tx, id: Id<'view'>): Promise<SavedView | null> {
  const row = await db
    .selectFrom('saved_view')
    .where('saved_view.tenant_id', '=', tenant)
    .where('saved_view.id', '=', id)
    .select(columns)
    .forUpdate()
    .executeTakeFirst()
  return row ? toView(row) : null
}

export async function insertView({ db, tenant }: Tx, view: SavedView, now: Date): Promise<void> {
  await db
    .insertInto('saved_view')
    .values({
      tenant_id: tenant,
      id: view.id,
      account_id: view.by,
      ...changeable(view),
      version: view.version,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

/** Saves a view that was locked and changed; its version moves by one. */
export async function saveChangedView({ db, tenant }: Tx, view: SavedView, now: Date): Promise<void> {
  await db
    .updateTable('saved_view')
    .where('saved_view.tenant_id', '=', tenant)
    .where('saved_view.id', '=', view.id)
    .set({ ...changeable(view), version: view.version + 1, updated_at: now })
    .execute()
}

export async function deleteView({ db, tenant }: Tx, id: Id<'view'>): Promise<void> {
  await db.deleteFrom('saved_view').where('saved_view.tenant_id', '=', tenant).where('saved_view.id', '=', id).execute()
}

function changeable({ name, audience, filter, look }: SavedView) {
  return {
    name,
    audience: audience.kind,
    office_id: audience.kind === 'office' ? audience.office : null,
    search: new URLSearchParams([...searchOfFilter(filter, byId), ...searchOfLook(look)]).toString(),
  }
}

function toView(row: Pick<Selectable<Tables['saved_view']>, (typeof columns)[number]>): SavedView {
  const search = new URLSearchParams(row.search)
  const audience: Audience =
    row.audience === 'office' && row.office_id !== null
      ? { kind: 'office', office: row.office_id }
      : { kind: row.audience === 'everyone' ? 'everyone' : 'own' }
  const { id, name, version } = row
  return { id, by: row.account_id, name, version, audience, filter: filterFromSearch(search, byId), look: lookFromSearch(search) }
}
