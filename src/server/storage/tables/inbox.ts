import type { Bucket } from '#domain/reports/inbox.ts'
import type { AccountId, OfficeId, ReportId, TenantId } from '#domain/shared/id.ts'

/** The inbox as it is kept ready, and who has looked. */
export type InboxTables = {
  inbox_entry: {
    tenant_id: TenantId
    report_id: ReportId
    bucket: Bucket
    office_id: OfficeId
    person_id: AccountId | null
    /** 0 is the most pressing. */
    rank: number
    due: Date
    number: number
  }
  inbox_count: { tenant_id: TenantId; office_id: OfficeId; person_id: AccountId; bucket: Bucket; reports: number }
  report_read: {
    tenant_id: TenantId
    report_id: ReportId
    office_id: OfficeId
    version: number
    account_id: AccountId
    at: Date
  }
}
