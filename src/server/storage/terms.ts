import { sql } from 'kysely'
import type { Report, TermNotice } from '#domain/reports/report.ts'
import { isOpen, openStages } from '#domain/reports/stage.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import type { Database, Tx } from './database.ts'

/** Says when the terms of a report are looked at next; null where they stand still. */
export async function lookAtTerms(tx: Tx, report: ReportId, at: Date | null): Promise<void> {
  await tx.db
    .updateTable('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.id', '=', report)
    .set({ notice_at: at })
    .execute()
}

/** When the terms of a report that is saved are looked at next: what begins, stops or moves one, whatever happened, has both looked at again. */
export function nextTermLook({ stage, closedAt, pausedAt, firstReplyDue, firstReplyAt, resolutionDue }: Report, now: Date) {
  const clocks = [closedAt, pausedAt, firstReplyDue, firstReplyAt, resolutionDue].map((at) => sql`${at}::timestamptz`)
  // The row still has what was before.
  return sql<Date | null>`case
    when (report.closed_at, report.paused_at, report.first_reply_due, report.first_reply_at, report.resolution_due)
      is distinct from (${sql.join(clocks)}) then ${isOpen(stage) && pausedAt === null ? now : null}::timestamptz
    else report.notice_at
  end`
}

/** Writes what was noticed without an event: a term that was moved or runs again is no news to anybody. */
export async function saveTermNotice(tx: Tx, report: ReportId, notice: TermNotice): Promise<void> {
  await tx.db
    .updateTable('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.id', '=', report)
    .set({ term_notice: notice })
    .execute()
}

/** Has the terms of every open report of the body looked at again: its calendar has changed. */
export async function lookAtAllTerms(tx: Tx, at: Date): Promise<void> {
  await tx.db
    .updateTable('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.stage', 'in', openStages)
    .where('report.paused_at', 'is', null)
    .set({ notice_at: at })
    .execute()
}

/** The reports, of all bodies, whose terms are to be looked at by now; the most overdue first. */
export async function dueTermLooks(
  everywhere: Database['everyTenant'],
  now: Date,
  limit: number,
): Promise<readonly { readonly tenant: TenantId; readonly report: ReportId }[]> {
  return everywhere((db) =>
    db
      .selectFrom('report')
      .where('report.notice_at', '<=', now)
      .select(['report.tenant_id as tenant', 'report.id as report'])
      .orderBy('report.notice_at')
      .limit(limit)
      .execute(),
  )
}
