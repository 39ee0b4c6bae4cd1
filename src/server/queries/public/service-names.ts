import { sql } from 'kysely'
import type { ServiceId, ServiceState } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'

/** A service as it is chosen from a list. */
export type ServiceName = {
  readonly id: ServiceId
  readonly code: string
  readonly title: Words
  readonly state: ServiceState
  readonly categories: readonly ServiceCategory[]
  readonly responsible: OfficeId | null
}

/** Every service of the catalogue by its title, drafts too. */
export async function listServiceNames({ db, tenant }: Reader): Promise<readonly ServiceName[]> {
  const { rows } = await sql<ServiceName>`
    select service.id, service.code, service.sheet -> 'title' as title, service.state, service.categories,
      service.responsible_id as responsible
    from service
    where service.tenant_id = ${tenant}
    order by lower(service.title), service.code`.execute(db)
  return rows
}
