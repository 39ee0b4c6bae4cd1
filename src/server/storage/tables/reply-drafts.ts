import type { AccountId, ReportId, TenantId } from '#domain/shared/id.ts'

/** What is being written and was not sent. */
export type ReplyDraftTables = {
  reply_draft: { tenant_id: TenantId; report_id: ReportId; account_id: AccountId; form: string; text: string; at: Date }
}
