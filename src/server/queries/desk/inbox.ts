import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#domain/people/actor.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import { type NextAction, nextActions } from '#domain/reports/next-action.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { AccountId, AreaId, CategoryId, OfficeId } from '#domain/shared/id.ts'
import { holdsWords, numberMeant } from '#server/queries/public/report-filter.ts'
import type { Reader } from '#server/storage/database.ts'
import { readableBy } from '#server/storage/readable-by.ts'

/** What the inbox is narrowed to; an empty filter shows everything that the person may read and that is still open. */
export type InboxFilter = {
  readonly action: NextAction | null
  readonly stage: Stage | null
  readonly office: OfficeId | null
  readonly person: AccountId | null
  readonly text: string
  /** The last report of the page before. */
  readonly after: InboxMark | null
}

/** Where a report stands in the inbox. */
export type InboxMark = Pick<InboxRow, 'action' | 'due' | 'number'>

export type InboxRow = {
  readonly number: number
  readonly title: string
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly area: AreaId | null
  readonly address: string | null
  readonly stage: Stage
  readonly action: NextAction
  readonly ownerOffice: OfficeId | null
  readonly routedOffice: OfficeId
  readonly ownerName: string | null
  readonly submittedAt: Date
  readonly due: Date
}

export const inboxPage = 30

/** The rule `nextAction` in SQL: a test holds the two against each other. */
function actionAt(now: Date): RawBuilder<NextAction> {
  return sql<NextAction>`case
    when report.closed_at is not null then 'none'
    when report.stage = 'submitted' then 'take_in_charge'
    when report.author_waits_since is not null then 'read_author'
    when report.stage = 'worked' then 'answer'
    when report.stage = 'waiting' then 'wait'
    when report.resolution_due < ${now} then 'hurry'
    else 'work'
  end`
}

/** How pressing a report is: the place of its next action among all. */
function rankAt(now: Date): RawBuilder<number> {
  return sql<number>`array_position(${sql.lit(`{${nextActions.join(',')}}`)}::text[], ${actionAt(now)})`
}

function ownedBy({ office, person }: Pick<InboxFilter, 'office' | 'person'>): RawBuilder<SqlBool> {
  const isOffice = sql`report.owner_office_id = ${office} or (report.owner_office_id is null and report.routed_office_id = ${office})`
  return sql<SqlBool>`(${office === null ? sql`true` : isOffice}) and (${person === null ? sql`true` : sql`report.owner_person_id = ${person}`})`
}

/** Keyset paging: whatever comes behind the last report of the page before, in the order of the list. */
function isBehind(mark: InboxMark | null, pressing: boolean, now: Date): RawBuilder<SqlBool> {
  if (mark === null) return sql<SqlBool>`true`
  if (!pressing) return sql<SqlBool>`report.number < ${mark.number}`
  const rank = nextActions.indexOf(mark.action) + 1
  return sql<SqlBool>`(${rankAt(now)}, report.resolution_due, report.number) > (${rank}, ${mark.due}::timestamptz, ${mark.number})`
}

/** How many open reports ask for each next action, of those that the person may read and that the office and person leave. */
export async function countInbox(
  { db, tenant }: Reader,
  actor: Actor,
  filter: Pick<InboxFilter, 'office' | 'person'>,
  now: Date,
): Promise<Readonly<Record<NextAction, number>>> {
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.closed_at', 'is', null)
    .where(readableBy(actor, tenant))
    .where(ownedBy(filter))
    .select([actionAt(now).as('action'), sql<number>`count(*)`.as('count')])
    .groupBy('action')
    .execute()
  const found = new Map(rows.map(({ action, count }) => [action, Number(count)]))
  return Object.fromEntries(nextActions.map((action) => [action, found.get(action) ?? 0])) as Record<NextAction, number>
}

/** A page of the inbox: most pressing first where nothing is searched for, newest first otherwise; an exact number comes alone. */
export async function listInbox(reader: Reader, actor: Actor, filter: InboxFilter, now: Date): Promise<readonly InboxRow[]> {
  const { db, tenant } = reader
  const number = numberMeant(filter.text)
  const action = actionAt(now)
  const pressing = filter.text === '' && filter.stage === null
  const rows = await db
    .selectFrom('report')
    .leftJoin('account as owner', 'owner.id', 'report.owner_person_id')
    .where('report.tenant_id', '=', tenant)
    .where(readableBy(actor, tenant))
    .where(ownedBy(filter))
    .$if(pressing, (query) => query.where('report.closed_at', 'is', null))
    .$if(filter.action !== null, (query) => query.where(sql<boolean>`${action} = ${filter.action}`))
    .$if(filter.stage !== null, (query) => query.where('report.stage', '=', filter.stage))
    .$if(number !== null, (query) => query.where('report.number', '=', number))
    .$if(number === null && filter.text !== '', (query) => query.where(holdsWords(filter.text)))
    .$if(filter.after !== null, (query) => query.where(isBehind(filter.after, pressing, now)))
    .select([
      'report.number',
      'report.title',
      'report.kind',
      'report.category_id',
      'report.area_id',
      'report.address',
      'report.stage',
      'report.owner_office_id',
      'report.routed_office_id',
      'owner.name as owner_name',
      'report.submitted_at',
      'report.resolution_due',
    ])
    .select(action.as('action'))
    .$if(pressing, (query) => query.orderBy(rankAt(now)).orderBy('report.resolution_due'))
    .orderBy('report.number', pressing ? 'asc' : 'desc')
    .limit(inboxPage + 1)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    kind: row.kind,
    category: row.category_id,
    area: row.area_id,
    address: row.address,
    stage: row.stage,
    action: row.action,
    ownerOffice: row.owner_office_id,
    routedOffice: row.routed_office_id,
    ownerName: row.owner_name,
    submittedAt: row.submitted_at,
    due: row.resolution_due,
  }))
}
