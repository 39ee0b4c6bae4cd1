import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, holds, officesOf, type Staff } from '#domain/people/actor.ts'
import { pressingRank } from '#domain/reports/priority.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import { type Satisfaction, starsOf } from '#domain/reports/satisfaction.ts'
import { isOpen, openStages, type Stage } from '#domain/reports/stage.ts'
import { endOfDay, startOfDay } from '#domain/shared/day-span.ts'
import type { AuthorId } from '#domain/shared/id.ts'
import { toMercator } from '#domain/shared/mercator.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { Directory } from '#server/storage/directory.ts'
import { holdsWords, type WordSearch } from '#server/storage/text-search.ts'

type Condition = RawBuilder<unknown>

/** The conditions on `report` that a filter sets, but for who may read and where it lies in the inbox; a text is looked for as told. */
export function filterConditions(
  directory: Directory,
  actor: Staff,
  filter: ReportFilter,
  search: WordSearch,
): readonly Condition[] {
  return [
    ...stateConditions(filter),
    ...subjectConditions(directory, filter),
    ...peopleConditions(directory, actor, filter),
    ...(filter.text === '' ? [] : [holdsWords(filter.text, search)]),
  ]
}

function stateConditions(filter: ReportFilter): readonly Condition[] {
  const { visible, moderation } = filter
  // Open or closed: the index of what presses has both under names of their own.
  const ranks = filter.priorities
    .map(pressingRank)
    .flatMap((rank) => (filter.bucket === 'open' ? [rank] : [rank, rank + closedRank]))
  return [
    ...stageConditions(filter.stages),
    ...(filter.bucket === 'open' ? [stillOpen] : []),
    ...anyOf(sql`report.kind`, filter.kinds),
    ...anyOf(sql`report.channel`, filter.channels),
    ...anyOf(sql`report.term_notice`, filter.terms),
    ...(ranks.length > 0 ? [sql`report.pressing = any(${ranks}::smallint[])`] : []),
    ...satisfactionConditions(filter.satisfactions),
    ...(visible === null ? [] : [visible ? sql`report.visible` : sql`not report.visible`]),
    ...(moderation === null ? [] : [sql`report.moderation = ${moderation}`]),
  ]
}

/** How far behind the open ones a closed report stands in `report.pressing`. */
const closedRank = 4

/** Said besides the stages, so that the indexes of what is open are found. */
const stillOpen = sql`not report.closed`

function stageConditions(stages: readonly Stage[]): readonly Condition[] {
  if (stages.length === 0) return []
  const open = stages.filter(isOpen)
  if (open.length === openStages.length && open.length === stages.length) return [stillOpen]
  return [...anyOf(sql`report.stage`, stages), ...(open.length === stages.length ? [stillOpen] : [])]
}

function satisfactionConditions(wanted: readonly Satisfaction[]): readonly Condition[] {
  if (wanted.length === 0) return []
  const stars = wanted.flatMap((one) => (one === 'unsaid' ? [] : starsOf[one]))
  const unsaid = sql`(report.stars is null and report.stage in ('resolved', 'declined'))`
  const said = sql`report.stars = any(${stars}::smallint[])`
  if (!wanted.includes('unsaid')) return [said]
  return [stars.length === 0 ? unsaid : sql`(${said} or ${unsaid})`]
}

function anyOf(column: Condition, words: readonly string[]): readonly Condition[] {
  const [only, ...more] = words
  if (only === undefined) return []
  return [more.length === 0 ? sql`${column} = ${only}` : sql`${column} = any(${words}::text[])`]
}

function subjectConditions({ tenant, categories, areas }: Directory, filter: ReportFilter): readonly Condition[] {
  const { category, area, from, to, plannedFrom, plannedTo, box, photo } = filter
  const { zone } = tenant.settings.calendar
  return [
    ...(category === null ? [] : [isIn(sql`report.category_id`, withDescendants(categories, category))]),
    ...(area === null ? [] : [isIn(sql`report.area_id`, withDescendants(areas, area))]),
    ...(from === null ? [] : [sql`report.submitted_at >= ${startOfDay(from, zone)}`]),
    ...(to === null ? [] : [sql`report.submitted_at < ${endOfDay(to, zone)}`]),
    ...(plannedFrom === null ? [] : [sql`report.planned_for >= ${plannedFrom}::date`]),
    ...(plannedTo === null ? [] : [sql`report.planned_for <= ${plannedTo}::date`]),
    ...(box === null ? [] : [liesWithin(box)]),
    ...(photo === null ? [] : [photo ? hasPhoto(tenant.id) : sql`not ${hasPhoto(tenant.id)}`]),
  ]
}

/** One of the ids: of one alone, so that its index is found in order. */
export function isIn(column: Condition, ids: readonly string[]): RawBuilder<SqlBool> {
  return ids.length === 1 ? sql<SqlBool>`${column} = ${ids[0]}` : sql<SqlBool>`${column} = any(${ids}::uuid[])`
}

/** By the index of places, then exactly. */
function liesWithin([west, south, east, north]: NonNullable<ReportFilter['box']>): Condition {
  const [lower, upper] = [toMercator({ longitude: west, latitude: south }), toMercator({ longitude: east, latitude: north })]
  const around = `(${lower.x - 1},${lower.y - 1}),(${upper.x + 1},${upper.y + 1})`
  return sql`report.xy <@ ${around}::box
    and report.longitude between ${west} and ${east} and report.latitude between ${south} and ${north}`
}

function hasPhoto(tenant: Directory['tenant']['id']): Condition {
  return sql`exists (
    select from attachment
    where attachment.tenant_id = ${tenant} and attachment.report_id = report.id and attachment.kind = 'photo'
  )`
}

function peopleConditions({ tenant, offices }: Directory, actor: Staff, filter: ReportFilter): readonly Condition[] {
  const { office, person, observer, author, recordedBy, group } = filter
  const wanted = person === 'me' ? actor.account : person
  return [
    ...(office === null ? [] : [isIn(responsible, withDescendants(offices, office))]),
    ...(wanted === null
      ? []
      : [wanted === 'nobody' ? sql`report.owner_person_id is null` : sql`report.owner_person_id = ${wanted}`]),
    ...(observer === null ? [] : [isObservedBy(tenant.id, observer)]),
    ...(author === null ? [] : [sql`${isFrom(tenant.id, author)} and ${contactsAreFor(actor)}`]),
    ...(recordedBy === null ? [] : [sql`report.recorded_by = ${recordedBy}`]),
    ...(group === null ? [] : [hangsTogether(tenant.id, group)]),
  ]
}

/** The office that has it or is to have it. */
export const responsible = sql`coalesce(report.owner_office_id, report.routed_office_id)`

function isObservedBy(tenant: Directory['tenant']['id'], office: string): Condition {
  return sql`report.id in (
    select report_observer.report_id from report_observer
    where report_observer.tenant_id = ${tenant} and report_observer.office_id = ${office}
  )`
}

/** An author is kept once a report: the same person is whoever has the same address or telephone; each way has its index. */
function isFrom(tenant: Directory['tenant']['id'], author: AuthorId): Condition {
  const known = sql`from author as known where known.tenant_id = ${tenant} and known.id = ${author}`
  return sql`report.author_id = any(array(
    select ${author}::uuid
    union select author.id from author where author.tenant_id = ${tenant} and author.email_key = (select known.email_key ${known})
    union select author.id from author where author.tenant_id = ${tenant} and author.phone_key = (select known.phone_key ${known})
  ))`
}

/** Who may not see contacts may not ask either which reports are from one person. */
function contactsAreFor(actor: Actor): Condition {
  if (holds(actor, 'desk')) return sql`true`
  const offices = officesOf(actor)
  return sql`(report.owner_office_id = any(${offices}::uuid[]) or report.routed_office_id = any(${offices}::uuid[]))`
}

function hangsTogether(tenant: Directory['tenant']['id'], group: NonNullable<ReportFilter['group']>): Condition {
  if (group === 'single') return sql`report.lead_id is null and report.duplicate_of is null`
  if (group === 'grouped') return sql`(report.lead_id is not null or report.duplicate_of is not null)`
  const head = sql`(select head.id from report as head where head.tenant_id = ${tenant} and head.number = ${group})`
  return sql`(report.number = ${group} or report.lead_id = ${head} or report.duplicate_of = ${head})`
}
