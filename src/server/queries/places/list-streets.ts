import type { Line } from '#domain/shared/line.ts'
import type { Reader } from '#server/storage/database.ts'

/** A street as a map draws it. */
export type DrawnStreet = { readonly name: string; readonly line: Line }

/** All streets of the body, in one order for all. */
export async function listStreets({ db, tenant }: Reader): Promise<readonly DrawnStreet[]> {
  return db
    .selectFrom('street')
    .where('street.tenant_id', '=', tenant)
    .select(['street.name', 'street.line'])
    .orderBy('street.name')
    .orderBy('street.id')
    .execute()
}
