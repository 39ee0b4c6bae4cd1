import { sql } from 'kysely'
import { type Actor, officesOf } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { type Bucket, buckets } from '#domain/reports/inbox.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import { countMentions } from '#server/storage/mentions.ts'

/** Whose inbox: that of some offices or all that the person may see, and perhaps one person's share of it. */
export type InboxScope = { readonly offices: readonly OfficeId[] | null; readonly person: AccountId | null }

export type InboxCounts = Readonly<Record<Bucket, number>>

/** The offices whose inbox the person sees; null where it is everyone's. */
export function inboxOffices(actor: Actor, wanted: readonly OfficeId[] | null): readonly OfficeId[] | null {
  if (mayDo(actor, 'see_desk')) return wanted
  const own = officesOf(actor)
  return wanted === null ? own : own.filter((office) => wanted.includes(office))
}

/** How many reports lie in each bucket of the inbox; read from counts that are kept with the reports. */
export async function countInbox({ db, tenant }: Reader, actor: Actor, scope: InboxScope): Promise<InboxCounts> {
  const offices = inboxOffices(actor, scope.offices)
  const rows = await db
    .selectFrom('inbox_count')
    .where('inbox_count.tenant_id', '=', tenant)
    .$if(offices !== null, (query) => query.where(sql<boolean>`inbox_count.office_id = any(${offices}::uuid[])`))
    .$if(scope.person !== null, (query) => query.where('inbox_count.person_id', '=', scope.person ?? ('' as AccountId)))
    .select(['inbox_count.bucket', sql<string>`sum(inbox_count.reports)`.as('reports')])
    .groupBy('inbox_count.bucket')
    .execute()
  const found = new Map<Bucket, number>(rows.map(({ bucket, reports }) => [bucket, Number(reports)]))
  // Who is named is told so, whoever's inbox they look at.
  if (actor.kind === 'staff') found.set('mentioned', await countMentions({ db, tenant }, actor.account))
  return Object.fromEntries(buckets.map((bucket) => [bucket, found.get(bucket) ?? 0])) as InboxCounts
}
