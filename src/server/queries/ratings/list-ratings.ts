import { type RawBuilder, sql } from 'kysely'
import type { HidingReason } from '#domain/ratings/hiding.ts'
import type { Period } from '#domain/ratings/spans.ts'
import type { SubjectKind } from '#domain/ratings/subject.ts'
import type { Id, OfficeId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type SubjectsAsked, subjectsWanted } from './rating-where.ts'

/** A rating with what it is of; `detail` is what was written, hidden or not. */
export type ListedRating = {
  readonly id: Id<'rating'>
  readonly day: string
  readonly stars: number
  readonly answer: number | null
  readonly detail: string | null
  readonly hiddenFor: HidingReason | null
  readonly hiddenBy: string | null
  readonly hiddenAt: Date | null
  readonly kind: SubjectKind
  readonly title: Words
  readonly path: string
  readonly office: OfficeId | null
}

/** Where a page of a list ends. */
export type RatingMark = { readonly day: string; readonly id: Id<'rating'> }

type Asked = Period &
  SubjectsAsked & { readonly after: RatingMark | null; readonly limit: number; readonly written: 'all' | 'texts' }

/** Ratings of a time, the latest day first, `limit` of those behind `after`; of `texts`, those with which something was written. */
export async function listRatings(reader: Reader, directory: Directory, ask: Asked): Promise<readonly ListedRating[]> {
  const { rows } = await sql<ListedRating>`
    select rating.id, rating.day, rating.stars, rating.answer, rating.detail, rating.hidden_for as "hiddenFor",
      account.name as "hiddenBy", rating.hidden_at as "hiddenAt",
      rating_subject.kind, rating_subject.title, rating_subject.path, rating_subject.office_id as office
    from (${latest(reader, directory, ask)}) rating
      join rating_subject on rating_subject.tenant_id = ${reader.tenant} and rating_subject.id = rating.subject_id
      left join account on account.id = rating.hidden_by
    order by rating.day desc, rating.id desc`.execute(reader.db)
  return rows
}

/** Of everything, by the index of days; of some subjects, the latest of each, since among all those of few are far between. */
function latest({ tenant }: Reader, directory: Directory, ask: Asked): RawBuilder<unknown> {
  const { from, to, after, limit, written, kind, office, subject, seen } = ask
  const wanted = sql`rating.day between ${from} and ${to}
    ${after ? sql`and (rating.day, rating.id) < (${after.day}::date, ${after.id}::uuid)` : sql``}
    ${written === 'texts' ? sql`and rating.detail is not null` : sql``}`
  const first = sql`order by rating.day desc, rating.id desc limit ${limit}`
  if (kind === null && office === null && subject === null && seen === null)
    return sql`select ${columns} from rating where rating.tenant_id = ${tenant} and ${wanted} ${first}`
  return sql`select ${columns} from rating_subject cross join lateral (
      select ${columns} from rating
      where rating.tenant_id = ${tenant} and rating.subject_id = rating_subject.id and ${wanted} ${first}
    ) rating
    where rating_subject.tenant_id = ${tenant} and ${subjectsWanted(ask, directory)} ${first}`
}

const columns = sql.raw(
  ['id', 'subject_id', 'day', 'stars', 'answer', 'detail', 'hidden_for', 'hidden_by', 'hidden_at']
    .map((column) => `rating.${column}`)
    .join(', '),
)
