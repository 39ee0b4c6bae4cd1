import type { ColumnType, Generated } from 'kysely'
import type { BusinessEvent, LifeEvent } from '#domain/services/life-event.ts'
import type { ServiceDraft, ServiceId, ServiceSheet, ServiceState } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import type { Topic } from '#domain/services/topic.ts'
import type { AccountId, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { Json, JsonOrNothing } from './json.ts'

/** The catalogue of services. */
export type ServiceTables = {
  service: {
    tenant_id: TenantId
    id: ServiceId
    code: string
    state: ServiceState
    featured: boolean
    sheet: Json<ServiceSheet>
    /** From here on what the sheet says, once more, to find it by. */
    title: string
    categories: ServiceCategory[]
    topics: Topic[]
    events: (LifeEvent | BusinessEvent)[]
    responsible_id: OfficeId | null
    office_ids: OfficeId[]
    updated_at: Date
    /** How often it was saved, draft or not. */
    version: Generated<number>
    draft: JsonOrNothing<ServiceDraft>
    drafted_at: Date | null
    drafted_by: AccountId | null
    /** When the draft is to be published. */
    publish_at: Date | null
    /** When it was to be, and would have failed. */
    publish_missed_at: Date | null
    fts: ColumnType<string, never, never>
  }
  /** What was brought in from files of the catalogue. */
  service_import: {
    tenant_id: TenantId
    key: string
    account_id: AccountId | null
    at: Date
    made: number
    changed: number
  }
}
