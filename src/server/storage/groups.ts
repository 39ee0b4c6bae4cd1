import { sql } from 'kysely'
import type { EventActor, EventKind } from '#domain/reports/event.ts'
import { isFollowed } from '#domain/reports/follow-lead.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import { readReport } from './reports.ts'

/** The reports that follow a lead, the eldest first. */
export async function listFollowers({ db, tenant }: Reader, lead: ReportId): Promise<readonly ReportId[]> {
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.lead_id', '=', lead)
    .select('report.id')
    .orderBy('report.number')
    .execute()
  return rows.map(({ id }) => id)
}

/** The report that leads the group to which this one belongs: itself, where it follows none; null where there is no such report. */
export async function leadOf(reader: Reader, report: ReportId): Promise<ReportId | null> {
  const found = await readReport(reader, report)
  return found && (found.lead ?? found.id)
}

/**
 * Holds the reports of groups, all in one order, so that two who change groups never wait for each other; null where somebody
 * joined or left while this waited.
 */
export async function lockGroups(tx: Tx, reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, Report> | null> {
  const members = await membersOf(tx, reports)
  await tx.db
    .selectFrom('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.id', 'in', members)
    .select('report.id')
    .orderBy('report.id')
    .forUpdate()
    .execute()
  const now = await membersOf(tx, reports)
  if (now.join() !== members.join()) return null
  const read = await Promise.all(members.map((id) => readReport(tx, id)))
  return new Map(read.flatMap((report) => (report ? [[report.id, report] as const] : [])))
}

/** The reports named, their leads, and whatever follows any of them. */
async function membersOf({ db, tenant }: Tx, reports: readonly ReportId[]): Promise<readonly ReportId[]> {
  const { rows } = await sql<{ id: ReportId }>`
    select report.id from report where report.tenant_id = ${tenant} and report.id = any(${reports}::uuid[])
    union
    select report.lead_id from report
      where report.tenant_id = ${tenant} and report.id = any(${reports}::uuid[]) and report.lead_id is not null
    union
    select report.id from report where report.tenant_id = ${tenant} and report.lead_id = any(${reports}::uuid[])
    order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

type Told = { readonly id: EventId; readonly kind: EventKind; readonly actor: EventActor }

/** What happens to a lead goes on to its group, and what the author of a report in a group writes to its lead: by jobs of their own. */
export async function passOn(tx: Tx, report: Report, { id: event, kind, actor }: Told): Promise<void> {
  const job = { tenant: tx.tenant, report: report.id, event }
  if (report.lead !== null && report.authorWaitsSince !== null && (actor.kind === 'author' || actor.kind === 'machine'))
    await tx.later('group.mark', job)
  if (!isFollowed(kind, actor) && kind !== 'withdrawn') return
  if (await leadsAnybody(tx, report.id)) await tx.later('group.tell', job)
}

async function leadsAnybody({ db, tenant }: Tx, report: ReportId): Promise<boolean> {
  const row = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.lead_id', '=', report)
    .select('report.id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Tells whether a report went through this step of its lead already, and whether its last closing followed its lead. */
export async function readFollowing(
  { db, tenant }: Reader,
  report: ReportId,
  step: EventId,
): Promise<{ readonly followed: boolean; readonly closedWithLead: boolean }> {
  const { rows } = await sql<{ followed: boolean; closed_with_lead: boolean | null }>`
    select
      exists (
        select from report_event
        where report_event.tenant_id = ${tenant} and report_event.report_id = ${report}
          and report_event.detail ->> 'follows' = ${step}
      ) as followed,
      (
        select report_event.detail ->> 'follows' is not null from report_event
        where report_event.tenant_id = ${tenant} and report_event.report_id = ${report}
          and report_event.kind in ('resolved', 'declined')
        order by report_event.id desc limit 1
      ) as closed_with_lead`.execute(db)
  return { followed: rows[0]?.followed ?? false, closedWithLead: rows[0]?.closed_with_lead ?? false }
}

/** Marks a lead because an author of its group wrote; nothing else of it changes. */
export async function markLead(tx: Tx, lead: Report, since: Date): Promise<Report> {
  const marked: Report = { ...lead, authorWaitsSince: lead.authorWaitsSince ?? since, authorSaid: lead.authorSaid ?? 'message' }
  await tx.db
    .updateTable('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.id', '=', lead.id)
    .set({ author_waits_since: marked.authorWaitsSince, author_said: marked.authorSaid })
    .execute()
  return marked
}
