import { sql } from 'kysely'
import type { ResultsFilter, SubjectOrder } from '#domain/ratings/results-filter.ts'
import type { Period } from '#domain/ratings/spans.ts'
import type { SubjectKind } from '#domain/ratings/subject.ts'
import { nothingRated, type Tally } from '#domain/ratings/tally.ts'
import type { Id, OfficeId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { countedIn, findSubjects, ratedIn, type SubjectsAsked, starsIn, summed } from './rating-where.ts'

/** The ratings of a month or week, by its first day. */
export type StepTally = Tally & { readonly first: string }

/** Until when anything can have been rated: the civil day on which it is asked. */
type Today = { readonly today: string }

/** What was rated by month or week, the earliest first; a step without ratings is not there. */
export async function sumBySteps(
  reader: Reader,
  directory: Directory,
  { step, ...asked }: Period & Pick<ResultsFilter, 'step'> & SubjectsAsked & Today,
): Promise<readonly StepTally[]> {
  const subjects = await findSubjects(reader, directory, asked)
  const { rows } = await sql<StepTally>`
    select date_trunc(${step}::text, counted.first::timestamp)::date as first, ${summed.stars} as stars, ${summed.answers} as answers
    from ${countedIn(reader.tenant, { ...asked, subjects }, step)} group by 1 order by 1`.execute(reader.db)
  return rows
}

/** Everything that was rated in a time, as one. */
export async function sumRatings(reader: Reader, directory: Directory, asked: Period & SubjectsAsked & Today): Promise<Tally> {
  const subjects = await findSubjects(reader, directory, asked)
  const { rows } = await sql<Tally>`
    select ${summed.stars} as stars, ${summed.answers} as answers from ${countedIn(reader.tenant, { ...asked, subjects })}`.execute(
    reader.db,
  )
  return rows[0] ?? nothingRated
}

/** How one subject is rated, now and in the time it is compared with. */
export type SubjectResult = {
  readonly id: Id<'rating-subject'>
  readonly kind: SubjectKind
  readonly title: Words
  readonly path: string
  readonly office: OfficeId | null
  readonly rated: number
  readonly average: number
  readonly averageBefore: number | null
  /** How many subjects there are in all. */
  readonly subjects: number
}

const orders: Readonly<Record<SubjectOrder, ReturnType<typeof sql>>> = {
  most: sql`rated desc, id`,
  worst: sql`average, rated desc, id`,
  best: sql`average desc, rated desc, id`,
}

/** The subjects that were rated in a time, some of them from `skip` on, each against the time that it is compared with. */
export async function sumBySubject(
  reader: Reader,
  directory: Directory,
  ask: Pick<ResultsFilter, 'from' | 'to' | 'order'> &
    SubjectsAsked &
    Today & { readonly before: Period | null; readonly skip: number; readonly limit: number },
): Promise<readonly SubjectResult[]> {
  const { db, tenant } = reader
  const { today, before } = ask
  const subjects = await findSubjects(reader, directory, ask)
  const { rows } = await sql<SubjectResult>`
    with now as (
      select counted.subject_id, sum(${ratedIn}) as rated, sum(${starsIn}) as stars
      from ${countedIn(tenant, { ...ask, subjects })} group by counted.subject_id
    ), before as (
      select counted.subject_id, sum(${starsIn})::float8 / nullif(sum(${ratedIn}), 0) as average
      from ${countedIn(tenant, { ...(before ?? never), today, subjects })} group by counted.subject_id
    )
    select rating_subject.id, rating_subject.kind, rating_subject.title, rating_subject.path, rating_subject.office_id as office,
      now.rated::int as rated, now.stars::float8 / now.rated as average, before.average as "averageBefore",
      (count(*) over ())::int as subjects
    from now join rating_subject on rating_subject.tenant_id = ${tenant} and rating_subject.id = now.subject_id
      left join before on before.subject_id = now.subject_id
    where now.rated > 0
    order by ${orders[ask.order]} limit ${ask.limit} offset ${ask.skip}`.execute(db)
  return rows
}

const never: Period = { from: '1900-01-01', to: '1900-01-01' }
