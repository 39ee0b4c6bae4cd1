import type { BulkChange, BulkRefusal } from '#domain/bulk/bulk-change.ts'
import type { AccountId, Id, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type BulkRunId = Id<'bulk-run'>

/** One change asked for many reports at once. */
export type BulkRun = {
  readonly id: BulkRunId
  readonly by: AccountId
  readonly change: BulkChange
  readonly state: 'previewed' | 'running' | 'stopped' | 'finished'
  readonly at: Date
}

/** Why a report of a run is as it was; `fault` is a mistake of the platform, which is logged and not described. */
export type BulkItemRefusal = BulkRefusal | 'old_version' | 'no_such_report' | 'fault'

/** One of its reports: what the preview saw, and what became of it. */
export type BulkItem = {
  readonly report: ReportId
  readonly number: number
  readonly version: number
  readonly state: 'waiting' | 'done' | 'refused'
  readonly refusal: BulkItemRefusal | null
}

const rowsAtOnce = 1000

/** Writes what was asked for and of which reports; what the rules refuse already is written down with the reason. */
export async function insertBulkRun(tx: Tx, run: BulkRun, items: readonly BulkItem[]): Promise<void> {
  const { id, by, change, state, at } = run
  await tx.db
    .insertInto('bulk_run')
    .values({ tenant_id: tx.tenant, id, account_id: by, change: JSON.stringify(change), state, at, ended_at: null })
    .execute()
  for (let from = 0; from < items.length; from += rowsAtOnce) {
    await tx.db
      .insertInto('bulk_item')
      .values(
        items.slice(from, from + rowsAtOnce).map(({ report, number, version, state, refusal }) => ({
          tenant_id: tx.tenant,
          run_id: id,
          report_id: report,
          number,
          version,
          state,
          refusal,
        })),
      )
      .execute()
  }
}

/** What was asked for, if this person asked for it: nobody sees another's. */
export async function readBulkRun({ db, tenant }: Reader, id: BulkRunId): Promise<BulkRun | null> {
  const row = await db
    .selectFrom('bulk_run')
    .where('bulk_run.tenant_id', '=', tenant)
    .where('bulk_run.id', '=', id)
    .select(['id', 'account_id', 'change', 'state', 'at'])
    .executeTakeFirst()
  return row ? { id: row.id, by: row.account_id, change: row.change, state: row.state, at: row.at } : null
}

/** Moves a run on; tells whether it was in the state that it was thought to be in. */
export async function moveBulkRun(
  tx: Tx,
  id: BulkRunId,
  from: BulkRun['state'],
  to: BulkRun['state'],
  endedAt: Date | null,
): Promise<boolean> {
  const row = await tx.db
    .updateTable('bulk_run')
    .where('bulk_run.tenant_id', '=', tx.tenant)
    .where('bulk_run.id', '=', id)
    .where('bulk_run.state', '=', from)
    .set({ state: to, ended_at: endedAt })
    .returning('bulk_run.id')
    .executeTakeFirst()
  return row !== undefined
}

/** The next reports of a run that wait, by number. */
export async function waitingBulkItems({ db, tenant }: Reader, run: BulkRunId, limit: number): Promise<readonly BulkItem[]> {
  const rows = await db
    .selectFrom('bulk_item')
    .where('bulk_item.tenant_id', '=', tenant)
    .where('bulk_item.run_id', '=', run)
    .where('bulk_item.state', '=', 'waiting')
    .select(['report_id', 'number', 'version', 'state', 'refusal'])
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ report_id, ...item }) => ({ ...item, report: report_id }))
}

/** Settles one report of a run; tells whether it still waited, so that a job that runs twice changes nothing twice. */
export async function settleBulkItem(
  tx: Tx,
  run: BulkRunId,
  report: ReportId,
  outcome: { readonly state: 'done' } | { readonly state: 'refused'; readonly refusal: BulkItemRefusal },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('bulk_item')
    .where('bulk_item.tenant_id', '=', tx.tenant)
    .where('bulk_item.run_id', '=', run)
    .where('bulk_item.report_id', '=', report)
    .where('bulk_item.state', '=', 'waiting')
    .set({ state: outcome.state, refusal: outcome.state === 'refused' ? outcome.refusal : null })
    .returning('bulk_item.report_id')
    .executeTakeFirst()
  return row !== undefined
}
