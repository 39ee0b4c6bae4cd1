import { sql } from 'kysely'
import type { AccountId } from '#domain/shared/id.ts'
import type { BulkItem, BulkItemRefusal, BulkRun, BulkRunId } from '#server/storage/bulk.ts'
import type { Reader } from '#server/storage/database.ts'

/** How far a bulk change is, and why what it could not change was refused. */
export type BulkProgress = {
  readonly waiting: number
  readonly done: number
  readonly refused: number
  readonly why: Readonly<Partial<Record<BulkItemRefusal, number>>>
}

/** Counts the reports of a run by what became of them. */
export async function readBulkProgress({ db, tenant }: Reader, run: BulkRunId): Promise<BulkProgress> {
  const rows = await db
    .selectFrom('bulk_item')
    .where('bulk_item.tenant_id', '=', tenant)
    .where('bulk_item.run_id', '=', run)
    .select(['bulk_item.state', 'bulk_item.refusal', sql<string>`count(*)`.as('reports')])
    .groupBy(['bulk_item.state', 'bulk_item.refusal'])
    .execute()
  const of = (state: string) => rows.filter((row) => row.state === state).reduce((sum, { reports }) => sum + Number(reports), 0)
  const why = rows.flatMap(({ refusal, reports }) => (refusal ? [[refusal, Number(reports)] as const] : []))
  return { waiting: of('waiting'), done: of('done'), refused: of('refused'), why: Object.fromEntries(why) }
}

/** A run as the list of somebody's runs tells it. */
export type ListedBulkRun = Pick<BulkRun, 'id' | 'change' | 'state' | 'at'> & Pick<BulkProgress, 'waiting' | 'done' | 'refused'>

/** What a person asked for of many reports, the newest first; as many as a page shows. */
export async function listBulkRuns({ db, tenant }: Reader, account: AccountId, limit: number): Promise<readonly ListedBulkRun[]> {
  const counted = (state: BulkItem['state']) =>
    sql<number>`(select count(*)::int from bulk_item where bulk_item.tenant_id = ${tenant} and bulk_item.run_id = bulk_run.id
      and bulk_item.state = ${state})`
  return db
    .selectFrom('bulk_run')
    .where('bulk_run.tenant_id', '=', tenant)
    .where('bulk_run.account_id', '=', account)
    .select(['bulk_run.id', 'bulk_run.change', 'bulk_run.state', 'bulk_run.at'])
    .select([counted('waiting').as('waiting'), counted('done').as('done'), counted('refused').as('refused')])
    .orderBy('bulk_run.id', 'desc')
    .limit(limit)
    .execute()
}

/** The reports of a run that were refused, by number, with the reason; as many as a page shows. */
export async function listRefusedOfBulk(
  { db, tenant }: Reader,
  run: BulkRunId,
  limit: number,
): Promise<readonly { readonly number: number; readonly title: string; readonly refusal: BulkItemRefusal | null }[]> {
  return db
    .selectFrom('bulk_item')
    .innerJoin('report', (join) =>
      join.onRef('report.tenant_id', '=', 'bulk_item.tenant_id').onRef('report.id', '=', 'bulk_item.report_id'),
    )
    .where('bulk_item.tenant_id', '=', tenant)
    .where('bulk_item.run_id', '=', run)
    .where('bulk_item.state', '=', 'refused')
    .select(['bulk_item.number', 'report.title', 'bulk_item.refusal'])
    .orderBy('bulk_item.number')
    .limit(limit)
    .execute()
}
