import { sql } from 'kysely'
import type { Actor } from '#domain/people/actor.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { AuthorId, ReportId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import { readableBy } from '#server/storage/readable-by.ts'

/** What else the author of a report sent: how much in all, and what of it the person who asks may read. */
export type OtherReports = {
  readonly all: number
  readonly open: number
  /** How many of them the person who asks may read. */
  readonly readable: number
  /** How content they are with those that they judged, 1–5 on average. */
  readonly stars: number | null
  /** The newest of those that may be read. */
  readonly reports: readonly {
    readonly number: number
    readonly title: string
    readonly stage: Stage
    readonly submittedAt: Date
  }[]
}

const most = 20

/** Other reports from the same address or telephone in the body, the newest first; whoever asks may see the contacts, which is asked before. */
export async function readOtherReports(
  { db, tenant }: Reader,
  by: Actor,
  report: { readonly id: ReportId; readonly author: AuthorId },
): Promise<OtherReports> {
  const known = sql`from author as known where known.tenant_id = ${tenant} and known.id = ${report.author}`
  const theirs = sql`any(array(
    select author.id from author where author.tenant_id = ${tenant} and author.email_key = (select known.email_key ${known})
    union select author.id from author where author.tenant_id = ${tenant} and author.phone_key = (select known.phone_key ${known})
  ))`
  const counted = await sql<{ all: number; open: number; readable: number; stars: number | null }>`
    select count(*) as all, count(*) filter (where report.closed_at is null) as open,
      count(*) filter (where ${readableBy(by, tenant)}) as readable, round(avg(report.stars), 1)::float as stars from report
    where report.tenant_id = ${tenant} and report.id <> ${report.id} and report.author_id = ${theirs}`.execute(db)
  const { rows } = await sql<{ number: number; title: string; stage: Stage; submitted_at: Date }>`
    select report.number, report.title, report.stage, report.submitted_at from report
    where report.tenant_id = ${tenant} and report.id <> ${report.id} and report.author_id = ${theirs}
      and ${readableBy(by, tenant)}
    order by report.number desc limit ${most}`.execute(db)
  return {
    ...(counted.rows[0] ?? { all: 0, open: 0, readable: 0, stars: null }),
    reports: rows.map(({ submitted_at, ...row }) => ({ ...row, submittedAt: submitted_at })),
  }
}
