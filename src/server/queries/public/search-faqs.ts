import { sql } from 'kysely'
import type { Faq, FaqId } from '#domain/faqs/faq.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'

type Row = Omit<Faq, 'position' | 'published'>

/** What everybody may read of a question. */
export type PublicFaq = Row

const told = sql`faq.id, faq.question, faq.answer, faq.category, faq.service_id as service`

/** So many characters of what was typed are looked at. */
const longestText = 1000

/** The published questions that hold all of these words (Italian word forms; accents and capitals do not count), the best first; without words, all of them in their order. */
export async function searchFaqs({ db, tenant }: Reader, text: string): Promise<readonly PublicFaq[]> {
  const words = text.trim().slice(0, longestText)
  const asked = sql`plainto_tsquery('public.filo_it', ${words})`
  const { rows } = await sql<Row>`
    select ${told} from faq
    where faq.tenant_id = ${tenant} and faq.published and (${words} = '' or faq.fts @@ ${asked})
    order by case when ${words} = '' then 0 else ts_rank(faq.fts, ${asked}) end desc, faq.position, faq.id`.execute(db)
  return rows
}

/** A published question. */
export async function findFaq({ db, tenant }: Reader, id: FaqId): Promise<PublicFaq | null> {
  const { rows } = await sql<Row>`
    select ${told} from faq
    where faq.tenant_id = ${tenant} and faq.id = ${id} and faq.published`.execute(db)
  return rows[0] ?? null
}

/** The published questions about a service, in their order. */
export async function faqsOfService({ db, tenant }: Reader, service: ServiceId): Promise<readonly PublicFaq[]> {
  const { rows } = await sql<Row>`
    select ${told} from faq
    where faq.tenant_id = ${tenant} and faq.published and faq.service_id = ${service}
    order by faq.position, faq.id`.execute(db)
  return rows
}

/** The published questions about a category of services, in their order. */
export async function faqsOfCategory({ db, tenant }: Reader, category: ServiceCategory): Promise<readonly PublicFaq[]> {
  const { rows } = await sql<Row>`
    select ${told} from faq
    where faq.tenant_id = ${tenant} and faq.published and faq.category = ${category}
    order by faq.position, faq.id`.execute(db)
  return rows
}

/** The questions that what somebody is writing seems to ask, at most `limit`: at least two words of the question are in it, those with most first. */
export async function faqsLike({ db, tenant }: Reader, text: string, limit: number): Promise<readonly PublicFaq[]> {
  const { rows } = await sql<Row>`
    select ${told} from faq, lateral (
      select count(*) as same
      from unnest(tsvector_to_array(to_tsvector('public.filo_it', (faq.question ->> 'it') || ' ' || coalesce(faq.question ->> 'en', '')))) as word
      where word = any (tsvector_to_array(to_tsvector('public.filo_it', ${text.slice(0, longestText)})))
    ) as words
    where faq.tenant_id = ${tenant} and faq.published and words.same >= 2
    order by words.same desc, faq.position, faq.id
    limit ${limit}`.execute(db)
  return rows
}

/** A service as a question leads to it. */
type AboutService = { readonly code: string; readonly title: Words; readonly category: ServiceCategory }

/** Of these services those that everybody can read. */
export async function servicesOf(
  { db, tenant }: Reader,
  ids: readonly ServiceId[],
): Promise<ReadonlyMap<ServiceId, AboutService>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<AboutService & { readonly id: ServiceId }>`
    select service.id, service.code, service.sheet -> 'title' as title, service.categories[1] as category
    from service
    where service.tenant_id = ${tenant} and service.id = any(${[...ids]}::uuid[])
      and service.state = 'published' and cardinality(service.categories) > 0`.execute(db)
  return new Map(rows.map(({ id, ...about }) => [id, about]))
}
