import { type Selectable, sql } from 'kysely'
import { priorities, priorityRank } from '#domain/reports/priority.ts'
import type { Report } from '#domain/reports/report.ts'
import { cellOf } from '#domain/shared/cell.ts'
import type { AccountId, ApiKeyId, OfficeId, ReportId } from '#domain/shared/id.ts'
import { toMercator } from '#domain/shared/mercator.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './tables.ts'
import { nextTermLook } from './terms.ts'

/** The columns that make a report of the domain; the search vector and the map columns stay in the table. */
const columns = [
  'report.tenant_id',
  'report.id',
  'report.number',
  'report.kind',
  'report.category_id',
  'report.title',
  'report.description',
  'report.answers',
  'report.stage',
  'report.stage_since',
  'report.routed_office_id',
  'report.owner_office_id',
  'report.owner_person_id',
  'report.author_id',
  'report.channel',
  'report.longitude',
  'report.latitude',
  'report.address',
  'report.area_id',
  'report.consent',
  'report.moderation',
  'report.held_back',
  'report.visible',
  'report.submitted_at',
  'report.first_reply_due',
  'report.first_reply_at',
  'report.resolution_due',
  'report.paused_at',
  'report.closed_at',
  'report.author_waits_since',
  'report.author_said',
  'report.term_notice',
  'report.priority',
  'report.hand_overs',
  'report.lead_id',
  'report.planned_for',
  'report.recipient',
  'report.decline_reason',
  'report.duplicate_of',
  'report.stars',
  'report.version',
] as const

/** Who else has to do with a report, read with it. */
const people = [
  sql<readonly OfficeId[]>`array(
    select report_observer.office_id from report_observer
    where report_observer.tenant_id = report.tenant_id and report_observer.report_id = report.id
  )`.as('observers'),
  sql<readonly AccountId[]>`array(
    select distinct mention.account_id from mention
    where mention.tenant_id = report.tenant_id and mention.report_id = report.id
  )`.as('mentioned'),
] as const

type ReportRow = Pick<
  Selectable<Tables['report']>,
  (typeof columns)[number] extends `report.${infer Column}` ? Column & keyof Tables['report'] : never
> & { readonly observers: readonly OfficeId[]; readonly mentioned: readonly AccountId[] }

/** A report that is about to be changed: nobody else changes it until the transaction ends. */
export async function lockReport(tx: Tx, id: ReportId): Promise<Report | null> {
  const row = await tx.db
    .selectFrom('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.id', '=', id)
    .select('report.id')
    .forUpdate()
    .executeTakeFirst()
  // Read behind the lock, so that what the one before it changed in other tables is seen.
  return row ? readReport(tx, row.id) : null
}

/** A report as it is now. */
export async function readReport(reader: Reader | Tx, id: ReportId): Promise<Report | null> {
  const row = await selectReports(reader).where('report.id', '=', id).executeTakeFirst()
  return row ? toReport(row) : null
}

/** The report with this number, as it is now. */
export async function readReportByNumber(reader: Reader, number: number): Promise<Report | null> {
  const row = await selectReports(reader).where('report.number', '=', number).executeTakeFirst()
  return row ? toReport(row) : null
}

/** Several reports as they are now, in no order. */
export async function readReports(reader: Reader, ids: readonly ReportId[]): Promise<readonly Report[]> {
  if (ids.length === 0) return []
  const rows = await selectReports(reader).where('report.id', 'in', ids).execute()
  return rows.map(toReport)
}

function selectReports({ db, tenant }: Reader | Tx) {
  return db.selectFrom('report').where('report.tenant_id', '=', tenant).select(columns).select(people)
}

/** The id of the report with this number, or nothing. */
export async function findReportByNumber({ db, tenant }: Reader, number: number): Promise<ReportId | null> {
  const row = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.number', '=', number)
    .select('report.id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The report that was made of this submission, if it already was: the same key twice is one report. */
export async function findReportBySubmission(
  { db, tenant }: Reader,
  key: string,
): Promise<{ id: ReportId; number: number } | null> {
  const row = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.submission_key', '=', key)
    .select(['report.id', 'report.number'])
    .executeTakeFirst()
  return row ?? null
}

/** Writes a new report. Its number is taken by the caller last of all, because the counter is locked until the commit. */
export async function insertReport(
  tx: Tx,
  report: Report,
  entry: { readonly submissionKey: string; readonly recordedBy: AccountId | null; readonly apiKey: ApiKeyId | null },
): Promise<void> {
  await tx.db
    .insertInto('report')
    .values({
      tenant_id: tx.tenant,
      id: report.id,
      number: report.number,
      submission_key: entry.submissionKey,
      recorded_by: entry.recordedBy,
      api_key_id: entry.apiKey,
      author_id: report.author,
      channel: report.channel,
      submitted_at: report.submittedAt,
      version: report.version,
      updated_at: report.submittedAt,
      notice_at: report.submittedAt,
      ...changeable(report),
    })
    .execute()
}

/** Saves a report that was locked and changed, at the version to which the change moved it. */
export async function saveReport(tx: Tx, report: Report, now: Date): Promise<void> {
  await tx.db
    .updateTable('report')
    .where('report.tenant_id', '=', tx.tenant)
    .where('report.id', '=', report.id)
    .set({ ...changeable(report), version: report.version, updated_at: now, notice_at: nextTermLook(report, now) })
    .execute()
}

/** Lets offices observe a report, or no longer. */
export async function changeObservers(
  tx: Tx,
  report: ReportId,
  added: readonly OfficeId[],
  removed: readonly OfficeId[],
): Promise<void> {
  if (removed.length > 0)
    await tx.db
      .deleteFrom('report_observer')
      .where('report_observer.tenant_id', '=', tx.tenant)
      .where('report_observer.report_id', '=', report)
      .where('report_observer.office_id', 'in', removed)
      .execute()
  if (added.length > 0)
    await tx.db
      .insertInto('report_observer')
      .values(added.map((office) => ({ tenant_id: tx.tenant, report_id: report, office_id: office })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

function changeable(report: Report) {
  return {
    kind: report.kind,
    category_id: report.category,
    title: report.title,
    description: report.description,
    answers: JSON.stringify(report.answers),
    stage: report.stage,
    stage_since: report.stageSince,
    routed_office_id: report.routedOffice,
    owner_office_id: report.ownerOffice,
    owner_person_id: report.ownerPerson,
    ...placeColumns(report.place),
    address: report.address,
    area_id: report.area,
    consent: report.consent,
    moderation: report.moderation,
    held_back: report.heldBack,
    visible: report.visible,
    first_reply_due: report.firstReplyDue,
    first_reply_at: report.firstReplyAt,
    resolution_due: report.resolutionDue,
    paused_at: report.pausedAt,
    closed_at: report.closedAt,
    author_waits_since: report.authorWaitsSince,
    author_said: report.authorSaid,
    term_notice: report.termNotice,
    priority: priorityRank(report.priority),
    hand_overs: report.handOvers,
    lead_id: report.lead,
    planned_for: report.plannedFor,
    recipient: report.recipient,
    decline_reason: report.declineReason,
    duplicate_of: report.duplicateOf,
    stars: report.stars,
  }
}

function placeColumns(place: Place | null) {
  if (place === null) return { longitude: null, latitude: null, xy: null, cell: null }
  const { x, y } = toMercator(place)
  return { longitude: place.longitude, latitude: place.latitude, xy: `(${x},${y})`, cell: cellOf(place) }
}

function toReport(row: ReportRow): Report {
  return {
    tenant: row.tenant_id,
    id: row.id,
    number: row.number,
    kind: row.kind,
    category: row.category_id,
    title: row.title,
    description: row.description,
    answers: row.answers,
    stage: row.stage,
    stageSince: row.stage_since,
    routedOffice: row.routed_office_id,
    ownerOffice: row.owner_office_id,
    ownerPerson: row.owner_person_id,
    observers: row.observers,
    mentioned: row.mentioned,
    priority: priorities[row.priority] ?? 'normal',
    handOvers: row.hand_overs,
    lead: row.lead_id,
    author: row.author_id,
    channel: row.channel,
    place: row.longitude === null || row.latitude === null ? null : { longitude: row.longitude, latitude: row.latitude },
    address: row.address,
    area: row.area_id,
    consent: row.consent,
    moderation: row.moderation,
    heldBack: row.held_back,
    visible: row.visible,
    submittedAt: row.submitted_at,
    firstReplyDue: row.first_reply_due,
    firstReplyAt: row.first_reply_at,
    resolutionDue: row.resolution_due,
    pausedAt: row.paused_at,
    closedAt: row.closed_at,
    authorWaitsSince: row.author_waits_since,
    authorSaid: row.author_said,
    termNotice: row.term_notice,
    plannedFor: row.planned_for,
    recipient: row.recipient,
    declineReason: row.decline_reason,
    duplicateOf: row.duplicate_of,
    stars: row.stars,
    version: row.version,
  }
}
