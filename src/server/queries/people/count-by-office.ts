import { sql } from 'kysely'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import { workersOf } from '#server/storage/workers.ts'

/** How many reports lie open with each office, and how many people work there. */
export async function countByOffice({
  db,
  tenant,
}: Reader): Promise<ReadonlyMap<OfficeId, { readonly open: number; readonly people: number }>> {
  const { rows } = await sql<{ id: OfficeId; open: string; people: string }>`
    select office.id,
      (select coalesce(sum(inbox_count.reports), 0) from inbox_count
        where inbox_count.tenant_id = ${tenant} and inbox_count.office_id = office.id and inbox_count.bucket = 'open') as open,
      (select count(*) from ${workersOf(tenant)} where worker.office_id = office.id) as people
    from office where office.tenant_id = ${tenant}`.execute(db)
  return new Map(rows.map(({ id, open, people }) => [id, { open: Number(open), people: Number(people) }]))
}
