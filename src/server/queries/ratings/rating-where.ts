import { type RawBuilder, sql } from 'kysely'
import type { ResultsFilter } from '#domain/ratings/results-filter.ts'
import { type Period, type RatingStep, spansOf } from '#domain/ratings/spans.ts'
import { dayBefore } from '#domain/shared/day-span.ts'
import type { Id, OfficeId, TenantId } from '#domain/shared/id.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'

/** Which subjects somebody asks for, and of which offices they see ratings; null is all. */
export type SubjectsAsked = Pick<ResultsFilter, 'kind' | 'office' | 'subject'> & { readonly seen: readonly OfficeId[] | null }

/** The subjects that the filter wants, of `rating_subject`; an office is asked for with what is below it. */
export function subjectsWanted({ kind, office, subject, seen }: SubjectsAsked, { offices }: Directory): RawBuilder<boolean> {
  const conditions = [
    sql`true`,
    ...(kind === null ? [] : [sql`rating_subject.kind = ${kind}`]),
    ...(office === null ? [] : [sql`rating_subject.office_id = any(${withDescendants(offices, office)}::uuid[])`]),
    ...(subject === null ? [] : [sql`rating_subject.id = ${subject}`]),
    ...(seen === null ? [] : [sql`rating_subject.office_id = any(${seen}::uuid[])`]),
  ]
  return sql`${sql.join(conditions, sql` and `)}`
}

/** The ids of what the filter wants; null where nothing is left out. Known beforehand they are counted far quicker than joined. */
export async function findSubjects(reader: Reader, directory: Directory, asked: SubjectsAsked): Promise<SubjectIds> {
  if (asked.kind === null && asked.office === null && asked.subject === null && asked.seen === null) return null
  const { rows } = await sql<{ id: Id<'rating-subject'> }>`select rating_subject.id from rating_subject
    where rating_subject.tenant_id = ${reader.tenant} and ${subjectsWanted(asked, directory)}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

type SubjectIds = readonly Id<'rating-subject'>[] | null

/** What is counted: a time, up to the civil day on which it is asked, of some subjects or of all. */
type CountedIn = Period & { readonly today: string; readonly subjects: SubjectIds }

/** What was counted in a time, as `counted`: by months (or weeks) where whole ones lie in it, by days where they do not. */
export function countedIn(
  tenant: TenantId,
  { from, to, today, subjects }: CountedIn,
  step: RatingStep = 'month',
): RawBuilder<unknown> {
  const { whole, days } = spansOf({ from, to }, today, step)
  const counts = (table: string, column: string, within: RawBuilder<unknown>) => {
    const at = sql.ref(`${table}.${column}`)
    const of = sql.ref(`${table}.subject_id`)
    return sql`select ${of}, ${at} as first, ${sql.ref(`${table}.stars`)}, ${sql.ref(`${table}.answers`)}
      from ${sql.table(table)} where ${sql.ref(`${table}.tenant_id`)} = ${tenant} and ${at} ${within}
        ${subjects === null ? sql`` : sql`and ${of} = any(${subjects}::uuid[])`}`
  }
  const parts = days.map((span) => counts('rating_day', 'day', sql`between ${span.from} and ${span.to}`))
  if (whole) parts.push(counts(`rating_${step}`, step, sql`between ${whole.first} and ${dayBefore(whole.end)}`))
  return sql`(${sql.join(parts, sql` union all `)}) counted`
}

const sumOf = (place: string) => `coalesce(sum(counted.${place}), 0)::int`
const places = (name: string, most: number) => Array.from({ length: most }, (_, at) => sumOf(`${name}[${at + 1}]`)).join(', ')

/** The sums of both counts, as arrays. */
export const summed = {
  stars: sql.raw<number[]>(`array[${places('stars', 5)}]`),
  answers: sql.raw<number[]>(`array[${places('answers', 10)}]`),
}

/** How many rated, and how many stars they gave in all. */
export const ratedIn = sql.raw<number>([1, 2, 3, 4, 5].map((n) => `counted.stars[${n}]`).join(' + '))
export const starsIn = sql.raw<number>([1, 2, 3, 4, 5].map((n) => `${n} * counted.stars[${n}]`).join(' + '))
