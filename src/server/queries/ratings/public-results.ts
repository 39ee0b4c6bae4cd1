import { sql } from 'kysely'
import { fewestShown } from '#domain/ratings/shown.ts'
import type { Period } from '#domain/ratings/spans.ts'
import type { RatingSubject, SubjectKind } from '#domain/ratings/subject.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'
import { countedIn, ratedIn, starsIn } from './rating-where.ts'

/** How a subject is rated, as everybody may read it. */
export type PublicResult = {
  readonly id: Id<'rating-subject'>
  readonly kind: SubjectKind
  readonly title: Words
  readonly path: string
  readonly rated: number
  readonly average: number
}

/** The subjects of these kinds that enough people rated in a time, the most rated first. */
export async function listPublicResults(
  { db, tenant }: Reader,
  { kinds, from, to }: Period & { readonly kinds: readonly SubjectKind[] },
): Promise<readonly PublicResult[]> {
  const { rows } = await sql<PublicResult>`
    select rating_subject.id, rating_subject.kind, rating_subject.title, rating_subject.path,
      sum(${ratedIn})::int as rated, sum(${starsIn})::float8 / sum(${ratedIn}) as average
    from ${countedIn(tenant, { from, to, today: to, subjects: null })}
      join rating_subject on rating_subject.tenant_id = ${tenant} and rating_subject.id = counted.subject_id
    where rating_subject.kind = any(${kinds}::text[])
    group by rating_subject.tenant_id, rating_subject.id having sum(${ratedIn}) >= ${fewestShown}
    order by rated desc, rating_subject.id`.execute(db)
  return rows
}

/** What stands beside the question on one page: how it is rated, where enough people did in a time, and what was changed lately. */
export type ResultOfPage = {
  readonly rated: number | null
  readonly average: number | null
  readonly improvements: readonly { readonly day: string; readonly text: Words }[]
}

const improvementsShown = 3

/** Reads it; null where nobody ever rated the page. */
export async function readResultOfPage(
  { db, tenant }: Reader,
  { kind, key, from, to }: Pick<RatingSubject, 'kind' | 'key'> & Period,
): Promise<ResultOfPage | null> {
  const { rows } = await sql<ResultOfPage>`
    select counted.rated, counted.average, coalesce(said.improvements, '[]') as improvements
    from rating_subject
      left join lateral (
        select sum(${ratedIn})::int as rated, sum(${starsIn})::float8 / sum(${ratedIn}) as average
        from ${countedIn(tenant, { from, to, today: to, subjects: null })} where counted.subject_id = rating_subject.id
        having sum(${ratedIn}) >= ${fewestShown}
      ) counted on true
      left join lateral (
        select json_agg(latest) as improvements from (
          select improvement.day, improvement.text from improvement
          where improvement.tenant_id = ${tenant} and improvement.subject_id = rating_subject.id
          order by improvement.day desc, improvement.id desc limit ${improvementsShown}
        ) latest
      ) said on true
    where rating_subject.tenant_id = ${tenant} and rating_subject.kind = ${kind} and rating_subject.key = ${key}`.execute(db)
  return rows[0] ?? null
}
