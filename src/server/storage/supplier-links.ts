import type { Selectable } from 'kysely'
import type { ReportId } from '#domain/shared/id.ts'
import type { LinkState, SupplierLink, SupplierLinkId } from '#domain/suppliers/supplier-link.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './tables.ts'

const columns = [
  'supplier_link.id',
  'supplier_link.report_id',
  'supplier_link.name',
  'supplier_link.email',
  'supplier_link.description',
  'supplier_link.photos',
  'supplier_link.shows_place',
  'supplier_link.state',
  'supplier_link.state_at',
  'supplier_link.created_by',
  'supplier_link.created_at',
  'supplier_link.expires_at',
  'supplier_link.revoked_at',
  'supplier_link.used_at',
] as const

/** Keeps a link that was made. */
export async function insertSupplierLink(tx: Tx, link: SupplierLink): Promise<void> {
  await tx.db
    .insertInto('supplier_link')
    .values({
      tenant_id: tx.tenant,
      id: link.id,
      report_id: link.report,
      name: link.name,
      email: link.email,
      description: link.description,
      photos: link.photos,
      shows_place: link.showsPlace,
      state: link.state,
      state_at: link.stateAt,
      created_by: link.createdBy,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      revoked_at: link.revokedAt,
      used_at: link.usedAt,
    })
    .execute()
}

/** One link, as it is now. */
export async function readSupplierLink({ db, tenant }: Reader, id: SupplierLinkId): Promise<SupplierLink | null> {
  const row = await db
    .selectFrom('supplier_link')
    .where('supplier_link.tenant_id', '=', tenant)
    .where('supplier_link.id', '=', id)
    .select(columns)
    .executeTakeFirst()
  return row ? toLink(row) : null
}

/** The links of a report, the newest first. */
export async function listSupplierLinks({ db, tenant }: Reader, report: ReportId): Promise<readonly SupplierLink[]> {
  const rows = await db
    .selectFrom('supplier_link')
    .where('supplier_link.tenant_id', '=', tenant)
    .where('supplier_link.report_id', '=', report)
    .select(columns)
    .orderBy('supplier_link.id', 'desc')
    .execute()
  return rows.map(toLink)
}

type Changes = {
  readonly state?: LinkState
  readonly state_at?: Date
  readonly expires_at?: Date
  readonly revoked_at?: Date
  readonly used_at?: Date
}

/** Writes what became of a link. */
export async function changeSupplierLink(tx: Tx, id: SupplierLinkId, changes: Changes): Promise<void> {
  await tx.db
    .updateTable('supplier_link')
    .where('supplier_link.tenant_id', '=', tx.tenant)
    .where('supplier_link.id', '=', id)
    .set(changes)
    .execute()
}

function toLink(row: Omit<Selectable<Tables['supplier_link']>, 'tenant_id'>): SupplierLink {
  return {
    id: row.id,
    report: row.report_id,
    name: row.name,
    email: row.email,
    description: row.description,
    photos: row.photos,
    showsPlace: row.shows_place,
    state: row.state,
    stateAt: row.state_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    usedAt: row.used_at,
  }
}
