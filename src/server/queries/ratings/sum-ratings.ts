import { sql } from 'kysely'
import type { Period, ResultsFilter, SubjectOrder } from '#domain/ratings/results-filter.ts'
import type { SubjectKind } from '#domain/ratings/subject.ts'
import { nothingRated, type Tally } from '#domain/ratings/tally.ts'
import type { Id, OfficeId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { countedIn, ratedIn, type SubjectsAsked, starsIn, subjectsWanted, summed } from './rating-where.ts'

/** The ratings of a month or week, by its first day. */
export type StepTally = Tally & { readonly first: string }

/** Until when anything can have been rated: the civil day on which it is asked. */
type Today = { readonly today: string }

/** What was rated by month or week, the earliest first; a step without ratings is not there. */
export async function sumBySteps(
  { db, tenant }: Reader,
  directory: Directory,
  { step, today, ...asked }: Period & Pick<ResultsFilter, 'step'> & SubjectsAsked & Today,
): Promise<readonly StepTally[]> {
  const { rows } = await sql<StepTally>`
    select date_trunc(${step}::text, counted.first::timestamp)::date as first, ${summed.stars} as stars, ${summed.answers} as answers
    from ${countedIn(tenant, asked, today, step === 'week' ? 'days' : 'any')}
      join rating_subject on rating_subject.tenant_id = ${tenant} and rating_subject.id = counted.subject_id
    where ${subjectsWanted(asked, directory)} group by 1 order by 1`.execute(db)
  return rows
}

/** Everything that was rated in a time, as one. */
export async function sumRatings(
  { db, tenant }: Reader,
  directory: Directory,
  { today, ...asked }: Period & SubjectsAsked & Today,
): Promise<Tally> {
  const { rows } = await sql<Tally>`
    select ${summed.stars} as stars, ${summed.answers} as answers
    from ${countedIn(tenant, asked, today)}
      join rating_subject on rating_subject.tenant_id = ${tenant} and rating_subject.id = counted.subject_id
    where ${subjectsWanted(asked, directory)}`.execute(db)
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
  { db, tenant }: Reader,
  directory: Directory,
  ask: Pick<ResultsFilter, 'from' | 'to' | 'order'> &
    SubjectsAsked &
    Today & { readonly before: Period | null; readonly skip: number; readonly limit: number },
): Promise<readonly SubjectResult[]> {
  const { rows } = await sql<SubjectResult>`
    with now as (
      select counted.subject_id, sum(${ratedIn}) as rated, sum(${starsIn}) as stars
      from ${countedIn(tenant, ask, ask.today)} group by counted.subject_id
    ), before as (
      select counted.subject_id, sum(${starsIn})::float8 / nullif(sum(${ratedIn}), 0) as average
      from ${countedIn(tenant, ask.before ?? never, ask.today)} group by counted.subject_id
    )
    select rating_subject.id, rating_subject.kind, rating_subject.title, rating_subject.path, rating_subject.office_id as office,
      now.rated::int as rated, now.stars::float8 / now.rated as average, before.average as "averageBefore",
      (count(*) over ())::int as subjects
    from now join rating_subject on rating_subject.tenant_id = ${tenant} and rating_subject.id = now.subject_id
      left join before on before.subject_id = now.subject_id
    where now.rated > 0 and ${subjectsWanted(ask, directory)}
    order by ${orders[ask.order]} limit ${ask.limit} offset ${ask.skip}`.execute(db)
  return rows
}

const never: Period = { from: '1900-01-01', to: '1900-01-01' }
