import { sql } from 'kysely'
import { type Bucket, type InboxMarks, inboxBuckets, responsibleOffice } from '#domain/reports/inbox.ts'
import { pressingRank } from '#domain/reports/priority.ts'
import type { Report } from '#domain/reports/report.ts'
import type { AccountId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Tx } from './database.ts'

/** Where a report lies, and in which order it stands there. */
type Lying = {
  readonly buckets: readonly Bucket[]
  readonly office: OfficeId
  readonly person: AccountId | null
  readonly rank: number
  readonly due: Date
}

/** The person of a count that nobody has: a key has no empty column. */
export const nobody = '00000000-0000-0000-0000-000000000000' as AccountId

/** Who listens for changes of the desk hears which body's inbox moved. */
export const deskChannel = 'filo_desk'

/**
 * Puts a report where it lies in the inbox now, in the transaction that changed it or what its place depends on: a letter that
 * failed, a picture or comment that was looked at.
 */
export async function refreshInbox(tx: Tx, report: Report): Promise<void> {
  const before = await readLying(tx, report.id)
  const after: Lying = {
    buckets: inboxBuckets(report, await readMarks(tx, report.id)),
    office: responsibleOffice(report),
    person: report.ownerPerson,
    rank: pressingRank(report.priority),
    due: report.resolutionDue,
  }
  await tellDesk(tx)
  if (before ? isSame(before, after) : after.buckets.length === 0) return
  if (before) await removeEntries(tx, report.id)
  if (after.buckets.length > 0) await insertEntries(tx, report, after)
  await moveCounts(tx, before, after)
}

/** Something of the inbox moved: counters that are shown live are read again. */
export async function tellDesk(tx: Tx): Promise<void> {
  await sql`select pg_notify(${deskChannel}, ${tx.tenant})`.execute(tx.db)
}

async function readLying({ db, tenant }: Tx, report: ReportId): Promise<Lying | null> {
  const rows = await db
    .selectFrom('inbox_entry')
    .where('inbox_entry.tenant_id', '=', tenant)
    .where('inbox_entry.report_id', '=', report)
    .select(['bucket', 'office_id', 'person_id', 'rank', 'due'])
    .execute()
  const [first] = rows
  if (!first) return null
  const { office_id: office, person_id: person, rank, due } = first
  return { buckets: rows.map(({ bucket }) => bucket), office, person, rank, due }
}

async function readMarks({ db, tenant }: Tx, report: ReportId): Promise<InboxMarks> {
  const { rows } = await sql<{
    desk: OfficeId
    publication: InboxMarks['publication']
    additions: boolean
    failed: boolean
    supplier: boolean | null
    proposed: boolean
  }>`select
    (select office.id from office where office.tenant_id = ${tenant} and office.desk limit 1) as desk,
    (select coalesce(category.publication, tenant.settings ->> 'publication') from report
      join tenant on tenant.id = report.tenant_id
      join category on category.tenant_id = report.tenant_id and category.id = report.category_id
      where report.tenant_id = ${tenant} and report.id = ${report}) as publication,
    exists (
      select from attachment
      where attachment.tenant_id = ${tenant} and attachment.report_id = ${report} and attachment.kind = 'photo'
        and attachment.moderation = 'pending'
    ) or exists (
      select from message
      where message.tenant_id = ${tenant} and message.report_id = ${report} and message.moderation = 'pending'
    ) as additions,
    exists (
      select from mail_log
      where mail_log.tenant_id = ${tenant} and mail_log.report_id = ${report} and mail_log.state = 'failed'
        and not mail_log.made_good and mail_log.recipient <> 'staff'
    ) as failed,
    exists (
      select from message
      where message.tenant_id = ${tenant} and message.report_id = ${report} and message.proposed = 'open'
    ) as proposed,
    (
      select supplier_link.state in ('done', 'refused') from supplier_link
      where supplier_link.tenant_id = ${tenant} and supplier_link.report_id = ${report} and supplier_link.revoked_at is null
      order by supplier_link.state_at desc limit 1
    ) as supplier`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a body without desk')
  return {
    deskOffice: row.desk,
    publication: row.publication,
    pendingAdditions: row.additions,
    mailFailed: row.failed,
    supplierAnswered: row.supplier ?? false,
    replyProposed: row.proposed,
  }
}

function isSame(one: Lying, other: Lying): boolean {
  return (
    one.office === other.office &&
    one.person === other.person &&
    one.rank === other.rank &&
    one.due.getTime() === other.due.getTime() &&
    one.buckets.toSorted().join() === other.buckets.toSorted().join()
  )
}

async function removeEntries({ db, tenant }: Tx, report: ReportId): Promise<void> {
  await db
    .deleteFrom('inbox_entry')
    .where('inbox_entry.tenant_id', '=', tenant)
    .where('inbox_entry.report_id', '=', report)
    .execute()
}

async function insertEntries({ db, tenant }: Tx, { id, number }: Report, lying: Lying): Promise<void> {
  const { office, person, rank, due } = lying
  const place = { tenant_id: tenant, report_id: id, office_id: office, person_id: person, rank, due, number }
  await db
    .insertInto('inbox_entry')
    .values(lying.buckets.map((bucket) => ({ ...place, bucket })))
    .execute()
}

type Counted = { readonly office: OfficeId; readonly person: AccountId; readonly bucket: Bucket; readonly by: number }

/** Counts are locked in one order by everybody, so that two changes never wait for each other. */
async function moveCounts({ db, tenant }: Tx, before: Lying | null, after: Lying): Promise<void> {
  const moves = new Map<string, Counted>()
  const add = (lying: Lying, by: number) => {
    for (const bucket of lying.buckets) {
      const counted = { office: lying.office, person: lying.person ?? nobody, bucket }
      const key = `${counted.office} ${counted.person} ${bucket}`
      moves.set(key, { ...counted, by: (moves.get(key)?.by ?? 0) + by })
    }
  }
  if (before) add(before, -1)
  add(after, 1)
  const changed = [...moves].filter(([, { by }]) => by !== 0).sort(([one], [other]) => (one < other ? -1 : 1))
  if (changed.length === 0) return
  await db
    .insertInto('inbox_count')
    .values(
      changed.map(([, { office, person, bucket, by }]) => ({
        tenant_id: tenant,
        office_id: office,
        person_id: person,
        bucket,
        reports: by,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'office_id', 'person_id', 'bucket'])
        .doUpdateSet({ reports: sql`inbox_count.reports + excluded.reports` }),
    )
    .execute()
}
