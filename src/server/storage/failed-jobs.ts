import { sql } from 'kysely'
import type { Id } from '#domain/shared/id.ts'
import type { BodyJob, Jobs, LostJob } from '#server/jobs/catalogue.ts'
import type { Reader, Tx } from './database.ts'

/** A job that the queue has given up, with the number of the report that it is about. */
export type FailedJob = {
  readonly id: Id<'job'>
  readonly name: BodyJob
  readonly report: number | null
  readonly error: string
  readonly at: Date
}

const longestError = 1000

/** Writes down what the queue has given up; told twice, it is there once. */
export async function insertFailedJob(tx: Tx, lost: Extract<LostJob, { name: BodyJob }>, at: Date): Promise<void> {
  const { id, name, payload } = lost
  await tx.db
    .insertInto('failed_job')
    .values({ tenant_id: tx.tenant, id, name, payload: JSON.stringify(payload), error: lost.error.slice(0, longestError), at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What the queue has given up, the newest first. */
export async function listFailedJobs({ db, tenant }: Reader, limit: number): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select failed_job.id, failed_job.name, failed_job.error, failed_job.at, report.number as report
    from failed_job
    left join report on report.tenant_id = ${tenant} and report.id = (failed_job.payload ->> 'report')::uuid
    where failed_job.tenant_id = ${tenant}
    order by failed_job.at desc, failed_job.id desc limit ${limit}`.execute(db)
  return rows
}

/** Takes a job off the list; tells what it was. */
export async function takeFailedJob(
  { db, tenant }: Tx,
  id: Id<'job'>,
): Promise<{ readonly name: BodyJob; readonly payload: Jobs[BodyJob] } | null> {
  const row = await db
    .deleteFrom('failed_job')
    .where('failed_job.tenant_id', '=', tenant)
    .where('failed_job.id', '=', id)
    .returning(['failed_job.name', 'failed_job.payload'])
    .executeTakeFirst()
  return row ?? null
}
