import type { AccountId, ReportId, TenantId } from '#domain/shared/id.ts'

/** Which reports have to do with each other. */
export type GroupTables = {
  report_relation: {
    tenant_id: TenantId
    low_id: ReportId
    high_id: ReportId
    note: string
    account_id: AccountId
    at: Date
  }
}
