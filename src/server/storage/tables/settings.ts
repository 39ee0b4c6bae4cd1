import type { AccountId, Id, TenantId } from '#domain/shared/id.ts'
import type { Json } from './json.ts'

/** What a body set for itself, change by change. */
export type SettingTables = {
  setting_change: {
    tenant_id: TenantId
    id: Id<'setting-change'>
    subject: string
    subject_id: string
    version: number
    account_id: AccountId | null
    at: Date
    before: Json<unknown>
    after: Json<unknown>
  }
}
