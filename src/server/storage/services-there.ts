import type { ServiceId } from '#domain/services/service.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from './database.ts'

/** The services that there are, whatever their state. */
export async function servicesThere({ db, tenant }: Reader): Promise<ReadonlySet<ServiceId>> {
  const rows = await db.selectFrom('service').where('service.tenant_id', '=', tenant).select('service.id').execute()
  return new Set(rows.map(({ id }) => id))
}

/** How a service is called, if it is still there. */
export async function titleOfService({ db, tenant }: Reader, id: ServiceId): Promise<Words | null> {
  const row = await db
    .selectFrom('service')
    .where('service.tenant_id', '=', tenant)
    .where('service.id', '=', id)
    .select('service.sheet')
    .executeTakeFirst()
  return row?.sheet.title ?? null
}
