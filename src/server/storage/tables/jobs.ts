import type { Id, TenantId } from '#domain/shared/id.ts'
import type { BodyJob, Jobs } from '#server/jobs/catalogue.ts'
import type { Json } from './json.ts'

/** What the queue has given up. */
export type JobTables = {
  failed_job: { tenant_id: TenantId; id: Id<'job'>; name: BodyJob; payload: Json<Jobs[BodyJob]>; error: string; at: Date }
}
