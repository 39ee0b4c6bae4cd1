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
  const theirs = sql`
    select same.id from author
    join author as same on same.tenant_id = author.tenant_id and lower(same.email) = lower(author.email)
    where author.tenant_id = ${tenant} and author.id = ${report.author}
    union
    select same.id from author
    join author as same on same.tenant_id = author.tenant_id and same.phone is not null
      and right(regexp_replace(same.phone, '\\D', '', 'g'), 9) = right(regexp_replace(author.phone, '\\D', '', 'g'), 9)
    where author.tenant_id = ${tenant} and author.id = ${report.author}`
  const counted = await sql<{ all: string; open: string }>`
    select count(*) as all, count(*) filter (where report.closed_at is null) as open from report
    where report.tenant_id = ${tenant} and report.id <> ${report.id} and report.author_id in (${theirs})`.execute(db)
  const { rows } = await sql<{ number: number; title: string; stage: Stage; submitted_at: Date }>`
    select report.number, report.title, report.stage, report.submitted_at from report
    where report.tenant_id = ${tenant} and report.id <> ${report.id} and report.author_id in (${theirs})
      and ${readableBy(by, tenant)}
    order by report.number desc limit ${most}`.execute(db)
  return {
    all: Number(counted.rows[0]?.all ?? 0),
    open: Number(counted.rows[0]?.open ?? 0),
    reports: rows.map(({ submitted_at, ...row }) => ({ ...row, submittedAt: submitted_at })),
  }
}
