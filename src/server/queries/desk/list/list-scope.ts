import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { isMentioned } from '#server/storage/mentions.ts'
import { readableParts } from '#server/storage/readable-by.ts'
import { type WordSearch, wordSearchFor } from '#server/storage/text-search.ts'
import { inboxOffices } from '../count-inbox.ts'
import { filterConditions, isIn, responsible } from './report-where.ts'

/** Where a list is read from, and the conditions of each of its parts, which have nothing in common. */
export type Scope = {
  /** The list is a bucket of the inbox, which keeps a table of its own. */
  readonly byBucket: boolean
  readonly from: RawBuilder<unknown>
  readonly parts: readonly RawBuilder<SqlBool>[]
}

/** The reports that the filter wants and the person may read; in the inbox, those of the offices whose inbox they see. */
export async function readScope(reader: Reader, directory: Directory, actor: Staff, filter: ReportFilter): Promise<Scope> {
  return scopeOf(directory, actor, filter, await wordSearchFor(reader, filter.text))
}

function scopeOf(directory: Directory, actor: Staff, filter: ReportFilter, search: WordSearch): Scope {
  const tenant = directory.tenant.id
  if (filter.bucket === 'mentioned') return mentionScope(directory, actor, filter, search)
  const byBucket = filter.bucket !== null && filter.bucket !== 'open'
  const shared = [sql`report.tenant_id = ${tenant}`, ...filterConditions(directory, actor, filter, search)]
  if (byBucket) shared.push(...inboxConditions(directory, actor, filter))
  const from = byBucket
    ? sql`inbox_entry join report on report.tenant_id = inbox_entry.tenant_id and report.id = inbox_entry.report_id`
    : sql`report`
  const readable = filter.bucket === null ? readableParts(actor, tenant) : inboxPart(actor, byBucket)
  return { byBucket, from, parts: readable.map((part) => sql<SqlBool>`${sql.join([...shared, part], sql` and `)}`) }
}

/** The reports on which the person is named and has not looked yet: whoever is named may read. */
function mentionScope(directory: Directory, actor: Staff, filter: ReportFilter, search: WordSearch): Scope {
  const tenant = directory.tenant.id
  const unread = isMentioned(actor.account, tenant, 'unread')
  const conditions = [sql`report.tenant_id = ${tenant}`, ...filterConditions(directory, actor, filter, search), unread]
  return { byBucket: false, from: sql`report`, parts: [sql<SqlBool>`${sql.join(conditions, sql` and `)}`] }
}

/** What the inbox knows itself is asked of it: it has indexes for whose a report is. */
function inboxConditions(
  { tenant, offices }: Directory,
  actor: Staff,
  { bucket, person, office }: ReportFilter,
): readonly RawBuilder<unknown>[] {
  const whose = person === 'me' ? actor.account : person === 'nobody' ? null : person
  return [
    sql`inbox_entry.tenant_id = ${tenant.id} and inbox_entry.bucket = ${bucket}`,
    ...(whose === null ? [] : [sql`inbox_entry.person_id = ${whose}`]),
    ...(office === null ? [] : [isIn(sql`inbox_entry.office_id`, withDescendants(offices, office))]),
  ]
}

function inboxPart(actor: Staff, byBucket: boolean): readonly RawBuilder<SqlBool>[] {
  const offices = inboxOffices(actor, null)
  if (offices === null) return [sql<SqlBool>`true`]
  const office = byBucket ? sql`inbox_entry.office_id` : responsible
  return [isIn(office, offices)]
}
