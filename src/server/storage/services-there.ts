import type { ServiceId } from '#domain/services/service.ts'
import type { Reader } from './database.ts'

/** The services that there are, whatever their state. */
export async function servicesThere({ db, tenant }: Reader): Promise<ReadonlySet<ServiceId>> {
  const rows = await db.selectFrom('service').where('service.tenant_id', '=', tenant).select('service.id').execute()
  return new Set(rows.map(({ id }) => id))
}
