import type { Service, ServiceId } from '#domain/services/service.ts'
import type { Reader, Tx } from './database.ts'

/** A service by its code, whatever its state. */
export async function findService({ db, tenant }: Reader, code: string): Promise<Service | null> {
  const row = await db
    .selectFrom('service')
    .where('service.tenant_id', '=', tenant)
    .where('service.code', '=', code)
    .select(['id', 'code', 'state', 'featured', 'sheet', 'updated_at'])
    .executeTakeFirst()
  if (!row) return null
  const { updated_at: updatedAt, ...service } = row
  return { ...service, updatedAt }
}

/** Writes a service whole, whether it is there already or not. */
export async function saveService(tx: Tx, id: ServiceId, service: Omit<Service, 'id'>): Promise<void> {
  const { code, state, featured, sheet, updatedAt } = service
  const values = {
    code,
    state,
    featured,
    sheet: JSON.stringify(sheet),
    title: sheet.title.it,
    categories: [...sheet.categories],
    topics: [...sheet.topics],
    events: [...sheet.lifeEvents, ...sheet.businessEvents],
    responsible_id: sheet.responsible,
    office_ids: [...sheet.offices],
    updated_at: updatedAt,
  }
  await tx.db
    .insertInto('service')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'id']).doUpdateSet((now) => ({ ...values, version: now('service.version', '+', 1) })),
    )
    .execute()
}
