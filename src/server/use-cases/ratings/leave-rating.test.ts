import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rating } from '#domain/ratings/rating.ts'
import type { RatingSubject } from '#domain/ratings/subject.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { leaveRating } from './leave-rating.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const privacy: RatingSubject = { kind: 'page', key: 'privacy', path: '/privacy', title: { it: 'Privacy' }, office: null }
const plain: Rating = { stars: 4, answer: 1, detail: 'Chiaro' }

const leave = (key: string, rating: Partial<Rating> = {}, from = { address: '192.0.2.1', agent: 'Firefox' }) =>
  leaveRating(town.world, town.tenant, { subject: { ...privacy, key }, rating: { ...plain, ...rating }, ...from })

const kept = (key: string) =>
  town.world.read(town.tenant, async ({ db }) => {
    const { rows } = await sql<{ day: string; stars: number; answer: number | null; detail: string | null; rater: string }>`
      select rating.day, rating.stars, rating.answer, rating.detail, rating.rater from rating
      join rating_subject on rating_subject.tenant_id = rating.tenant_id and rating_subject.id = rating.subject_id
      where rating.tenant_id = ${town.tenant} and rating_subject.key = ${key} order by rating.day, rating.stars`.execute(db)
    return rows
  })

describe('a rating', () => {
  test('is kept with its day, its stars, its answer and its words, and with nothing that says whose it is', async () => {
    await leave('one')
    expect(await kept('one')).toEqual([
      { day: '2026-05-11', stars: 4, answer: 1, detail: 'Chiaro', rater: expect.stringMatching(/^[\w-]{43}$/) },
    ])
  })

  test('is one a day and browser: what it says last counts', async () => {
    await leave('two', { stars: 2, answer: 3 })
    await Promise.all([leave('two', { stars: 5, answer: null }), leave('two', { stars: 5, answer: null })])
    await leave('two', { stars: 3 }, { address: '192.0.2.1', agent: 'Safari' })
    expect((await kept('two')).map(({ stars }) => stars)).toEqual([3, 5])
  })

  test('is one more on another day, when nobody can be recognised: the salt of the day before is gone', async () => {
    await leave('three')
    town.setNow(new Date('2026-05-11T22:30:00Z'))
    await leave('three')
    town.setNow(monday)
    const [first, second] = await kept('three')
    expect([first?.day, second?.day]).toEqual(['2026-05-11', '2026-05-12'])
    expect(first?.rater).not.toBe(second?.rater)
    const salts = await town.world.read(town.tenant, ({ db }) =>
      db.selectFrom('rating_salt').where('rating_salt.tenant_id', '=', town.tenant).select('rating_salt.day').execute(),
    )
    expect(salts).toEqual([{ day: '2026-05-12' }])
  })

  test('says where what it rates is found, and how it is called, by its latest', async () => {
    await leave('four')
    const moved = { ...privacy, key: 'four', path: '/altrove', title: { it: 'Altrove', en: 'Elsewhere' } }
    await leaveRating(town.world, town.tenant, { subject: moved, rating: plain, address: '192.0.2.9', agent: '' })
    const rows = await town.world.read(town.tenant, ({ db }) =>
      db
        .selectFrom('rating_subject')
        .where('rating_subject.tenant_id', '=', town.tenant)
        .where('key', '=', 'four')
        .selectAll()
        .execute(),
    )
    expect(rows).toMatchObject([{ path: '/altrove', title: { it: 'Altrove', en: 'Elsewhere' } }])
  })
})

describe('what is counted as ratings come', () => {
  beforeAll(async () => {
    for (let n = 0; n < 30; n++) {
      const from = { address: `192.0.2.${n % 13}`, agent: 'Firefox' }
      await leave(`many-${n % 2}`, { stars: 1 + (n % 5), answer: n % 4 === 0 ? null : 1 + (n % 5) }, from)
    }
  })

  test.each([
    ['rating_day', 'day'],
    ['rating_week', 'week'],
    ['rating_month', 'month'],
  ])('in %s is what counting all of them anew gives', async (table, step) => {
    const ways = (stars: string) => [1, 2, 3, 4, 5].map((n) => `count(*) filter (where stars ${stars} and answer = ${n})`)
    const stars = [1, 2, 3, 4, 5].map((n) => `count(*) filter (where stars = ${n})`)
    const { counted, rebuilt } = await town.world.read(town.tenant, async ({ db }) => ({
      counted: await sql`select subject_id, ${sql.ref(step)} as first, stars, answers from ${sql.table(table)}
        where tenant_id = ${town.tenant} order by 1, 2`.execute(db),
      rebuilt: await sql`select subject_id, date_trunc(${step}, day::timestamp)::date as first,
          array[${sql.raw(stars.join(', '))}]::int[] as stars,
          array[${sql.raw([...ways('> 3'), ...ways('< 4')].join(', '))}]::int[] as answers
        from rating where tenant_id = ${town.tenant} group by 1, 2 order by 1, 2`.execute(db),
    }))
    expect(counted.rows).toEqual(rebuilt.rows)
  })
})
