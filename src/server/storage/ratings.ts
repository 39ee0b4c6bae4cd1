import { sql } from 'kysely'
import type { HidingReason } from '#domain/ratings/hiding.ts'
import type { Rating } from '#domain/ratings/rating.ts'
import { stepOf } from '#domain/ratings/spans.ts'
import type { RatingSubject } from '#domain/ratings/subject.ts'
import type { AccountId, Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

type SubjectId = Id<'rating-subject'>

/** A rating as it is kept: of a subject, on a day, by whoever cannot be told but rates once. */
type KeptRating = Rating & {
  readonly id: Id<'rating'>
  readonly subject: SubjectId
  readonly day: string
  readonly rater: string
}

/** Everything that was ever rated. */
export async function listSubjects({
  db,
  tenant,
}: Reader): Promise<readonly (Pick<RatingSubject, 'kind' | 'key' | 'title'> & { readonly id: SubjectId })[]> {
  return db
    .selectFrom('rating_subject')
    .where('rating_subject.tenant_id', '=', tenant)
    .select(['rating_subject.id', 'rating_subject.kind', 'rating_subject.key', 'rating_subject.title'])
    .execute()
}

/** Writes down what is rated, as it is called now, and holds it until the end of the transaction: its ratings come one after the other. */
export async function holdSubject(tx: Tx, fresh: SubjectId, subject: RatingSubject): Promise<SubjectId> {
  const { kind, key, path, title, office } = subject
  const now = { path, title: JSON.stringify(title), office_id: office }
  const { id } = await tx.db
    .insertInto('rating_subject')
    .values({ tenant_id: tx.tenant, id: fresh, kind, key, ...now })
    .onConflict((known) => known.columns(['tenant_id', 'kind', 'key']).doUpdateSet(now))
    .returning('rating_subject.id')
    .executeTakeFirstOrThrow()
  return id
}

/** The salt of a day; the first that is asked for on a day throws away those of the days before. */
export async function saltOf(tx: Tx, day: string, fresh: Uint8Array): Promise<Uint8Array> {
  const read = () =>
    tx.db
      .selectFrom('rating_salt')
      .where('rating_salt.tenant_id', '=', tx.tenant)
      .where('rating_salt.day', '=', day)
      .select('rating_salt.salt')
  const known = await read().executeTakeFirst()
  if (known) return known.salt
  await tx.db
    .deleteFrom('rating_salt')
    .where('rating_salt.tenant_id', '=', tx.tenant)
    .where('rating_salt.day', '<', day)
    .execute()
  await tx.db
    .insertInto('rating_salt')
    .values({ tenant_id: tx.tenant, day, salt: fresh })
    .onConflict((other) => other.doNothing())
    .execute()
  return (await read().executeTakeFirstOrThrow()).salt
}

/** Keeps how it went and counts it; what the same person said of the same before is gone, and counted no more. */
export async function replaceRating(tx: Tx, rating: KeptRating): Promise<void> {
  const { id, subject, day, rater, stars, answer, detail } = rating
  const before = await tx.db
    .deleteFrom('rating')
    .where('rating.tenant_id', '=', tx.tenant)
    .where('rating.subject_id', '=', subject)
    .where('rating.rater', '=', rater)
    .returning(['rating.day', 'rating.stars', 'rating.answer'])
    .executeTakeFirst()
  if (before) await count(tx, { subject, ...before }, -1)
  await tx.db
    .insertInto('rating')
    .values({ tenant_id: tx.tenant, id, subject_id: subject, day, rater, stars, answer, detail })
    .execute()
  await count(tx, rating, 1)
}

/** Hides what was written with a rating, or shows it again; false where there is no such text. */
export async function hideText(
  tx: Tx,
  id: Id<'rating'>,
  hiding: { readonly reason: HidingReason; readonly by: AccountId; readonly at: Date } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('rating')
    .where('rating.tenant_id', '=', tx.tenant)
    .where('rating.id', '=', id)
    .where('rating.detail', 'is not', null)
    .set({ hidden_for: hiding?.reason ?? null, hidden_by: hiding?.by ?? null, hidden_at: hiding?.at ?? null })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Counted = Pick<KeptRating, 'subject' | 'day' | 'stars' | 'answer'>

async function count(tx: Tx, { subject, day, stars, answer }: Counted, by: 1 | -1): Promise<void> {
  const place = answer === null ? 0 : stars > 3 ? answer : 5 + answer
  const answered = place === 0 ? sql`` : sql`, answers[${place}::int] = answers[${place}::int] + ${by}`
  for (const [table, column, first] of [
    ['rating_day', 'day', day],
    ['rating_week', 'week', stepOf(day, 'week')],
    ['rating_month', 'month', stepOf(day, 'month')],
  ] as const) {
    await sql`insert into ${sql.table(table)} (tenant_id, subject_id, ${sql.ref(column)}, stars, answers)
      values (${tx.tenant}, ${subject}, ${first}, array_fill(0, array[5]), array_fill(0, array[10])) on conflict do nothing`.execute(
      tx.db,
    )
    await sql`update ${sql.table(table)} set stars[${stars}::int] = stars[${stars}::int] + ${by}${answered}
      where tenant_id = ${tx.tenant} and subject_id = ${subject} and ${sql.ref(column)} = ${first}`.execute(tx.db)
  }
}
