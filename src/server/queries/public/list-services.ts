import { type RawBuilder, sql } from 'kysely'
import type { BusinessEvent, LifeEvent } from '#domain/services/life-event.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import type { Topic } from '#domain/services/topic.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { searchText } from '#domain/shared/search-text.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'

/** A service as lists show it. */
export type ServiceCard = {
  readonly code: string
  readonly title: Words
  readonly description: Words
  /** The one in its address. */
  readonly category: ServiceCategory
}

/** What services are wanted; what is absent leaves nothing out. */
export type ServiceFilter = {
  readonly category?: ServiceCategory
  readonly topic?: Topic
  readonly event?: LifeEvent | BusinessEvent
  /** The office answers for it, or people can go there for it. */
  readonly office?: OfficeId
  readonly featured?: true
  readonly ids?: readonly ServiceId[]
  /** Words of the sheet or by which people look for it; accents and endings do not count, the last may be unfinished. */
  readonly text?: string
}

export type ServiceList = { readonly cards: readonly ServiceCard[]; readonly found: number }

type TextSearch = 'words' | 'likeness'

/** The published services in the order of their titles, those that a text fits best first; where no word fits, those whose title or other names are like it. */
export async function listServices(reader: Reader, filter: ServiceFilter, size: number): Promise<ServiceList> {
  const list = await readList(reader, filter, size, 'words')
  return list.found > 0 || !filter.text ? list : readList(reader, filter, size, 'likeness')
}

type CardRow = ServiceCard & { found: number }

async function readList({ db, tenant }: Reader, filter: ServiceFilter, size: number, search: TextSearch): Promise<ServiceList> {
  const { rows } = await sql<CardRow>`
    select service.code, service.sheet -> 'title' as title, service.sheet -> 'description' as description,
      service.categories[1] as category, (count(*) over ())::int as found
    from service
    where service.tenant_id = ${tenant} and service.state = 'published' and cardinality(service.categories) > 0
      ${sql.join(conditions(filter, search), sql` `)}
    order by ${filter.text && search === 'words' ? sql`ts_rank(service.fts, ${queryOf(filter.text)}) desc,` : sql``} lower(service.title), service.code
    limit ${size}`.execute(db)
  return { cards: rows.map(({ found: _, ...card }) => card), found: rows[0]?.found ?? 0 }
}

function conditions(filter: ServiceFilter, search: TextSearch): readonly RawBuilder<unknown>[] {
  const { category, topic, event, office, featured, ids, text } = filter
  return [
    ...(category ? [sql`and ${category} = any(service.categories)`] : []),
    ...(topic ? [sql`and ${topic} = any(service.topics)`] : []),
    ...(event ? [sql`and ${event} = any(service.events)`] : []),
    ...(office ? [sql`and (service.responsible_id = ${office} or ${office} = any(service.office_ids))`] : []),
    ...(featured ? [sql`and service.featured`] : []),
    ...(ids ? [sql`and service.id = any(${ids}::uuid[])`] : []),
    ...(text
      ? [
          search === 'words'
            ? sql`and service.fts @@ ${queryOf(text)}`
            : sql`and ${searchText(text)} <% (service.title || ' ' || (service.sheet ->> 'synonyms'))`,
        ]
      : []),
    sql``,
  ]
}

function queryOf(text: string): RawBuilder<unknown> {
  const words = searchText(text).split(' ').filter(Boolean)
  return sql`to_tsquery('public.filo_it', ${words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ')})`
}
