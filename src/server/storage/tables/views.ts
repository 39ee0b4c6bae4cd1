import type { Audience } from '#domain/reports/saved-view.ts'
import type { AccountId, Id, OfficeId, TenantId } from '#domain/shared/id.ts'

/** Lists that people want to find again. */
export type ViewTables = {
  saved_view: {
    tenant_id: TenantId
    id: Id<'view'>
    account_id: AccountId
    name: string
    audience: Audience['kind']
    office_id: OfficeId | null
    search: string
    version: number
    created_at: Date
    updated_at: Date
  }
}
