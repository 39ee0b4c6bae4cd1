import type { BulkChange, BulkRefusal } from '#domain/bulk/bulk-change.ts'
import type { AccountId, Id, ReportId, TenantId } from '#domain/shared/id.ts'
import type { Json } from './json.ts'

/** One change asked for many reports, and what became of each. */
export type BulkTables = {
  bulk_run: {
    tenant_id: TenantId
    id: Id<'bulk-run'>
    account_id: AccountId
    change: Json<BulkChange>
    state: 'previewed' | 'running' | 'stopped' | 'finished'
    at: Date
    ended_at: Date | null
  }
  bulk_item: {
    tenant_id: TenantId
    run_id: Id<'bulk-run'>
    report_id: ReportId
    number: number
    version: number
    state: 'waiting' | 'done' | 'refused'
    refusal: BulkRefusal | 'old_version' | 'no_such_report' | 'fault' | null
  }
}
