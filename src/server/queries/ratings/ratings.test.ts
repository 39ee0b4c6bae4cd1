import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { officesRated } from '#domain/ratings/may-see.ts'
import type { Rating } from '#domain/ratings/rating.ts'
import type { RatingSubject } from '#domain/ratings/subject.ts'
import { ratingsIn } from '#domain/ratings/tally.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { exportRatings } from '#server/delivery/lists/export-ratings.ts'
import { readImprovements } from '#server/storage/improvements.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { hideRatingText } from '#server/use-cases/ratings/hide-rating-text.ts'
import { leaveRating } from '#server/use-cases/ratings/leave-rating.ts'
import { setImprovement } from '#server/use-cases/ratings/set-improvement.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { listRatings } from './list-ratings.ts'
import { listPublicResults, readResultOfPage } from './public-results.ts'
import type { SubjectsAsked } from './rating-where.ts'
import { sumBySteps, sumBySubject, sumRatings } from './sum-ratings.ts'

const may = { from: '2026-05-01', to: '2026-05-31' }
const april = { from: '2026-04-01', to: '2026-04-30' }
const all = { kind: null, office: null, subject: null, seen: null, today: '2026-05-11' }

let town: Town
let analyst: Staff
beforeAll(async () => {
  town = await openTown()
  analyst = await town.person([{ role: 'analyst', office: null }], 'Ciro Conta')
  const roads = { kind: 'office', key: 'roads', path: '/strade', title: { it: 'Strade' }, office: town.office('roads') } as const
  const parks = { kind: 'office', key: 'parks', path: '/verde', title: { it: 'Verde' }, office: town.office('parks') } as const
  const home = { kind: 'page', key: 'home', path: '/', title: { it: 'Home' }, office: null } as const
  town.setNow(new Date('2026-04-20T08:00:00Z'))
  await leave(roads, [2, 2])
  town.setNow(monday)
  await leave(roads, [5, 4, 3], 'Orari «giusti»')
  await leave(parks, [1], 'Telefonate a Mario Rossi, 333 1234567')
  await leave(home, [5, 5])
})
afterAll(() => town.close())

async function leave(subject: RatingSubject, stars: readonly number[], detail: string | null = null) {
  for (const [at, n] of stars.entries()) {
    const rating: Rating = { stars: n, answer: n > 3 ? 2 : 5, detail: at === 0 ? detail : null }
    await leaveRating(town.world, town.tenant, { subject, rating, address: `192.0.2.${at}`, agent: 'Firefox' })
  }
}

const read = <T>(work: (reader: Parameters<typeof sumRatings>[0]) => Promise<T>) => town.world.read(town.tenant, work)
const texts = (more: Partial<Parameters<typeof listRatings>[2]> = {}) =>
  read((reader) => listRatings(reader, town.directory, { ...may, ...all, after: null, limit: 10, written: 'texts', ...more }))

describe('results', () => {
  test('are those of the time, by month and by week', async () => {
    const total = await read((reader) => sumRatings(reader, town.directory, { ...may, ...all }))
    expect(total).toEqual({ stars: [1, 0, 1, 1, 3], answers: [0, 4, 0, 0, 0, 0, 0, 0, 0, 2] })
    const both = { from: april.from, to: may.to, ...all }
    const months = await read((reader) => sumBySteps(reader, town.directory, { ...both, step: 'month' }))
    expect(months.map(({ first, stars }) => [first, ratingsIn({ stars })])).toEqual([
      ['2026-04-01', 2],
      ['2026-05-01', 6],
    ])
    const weeks = await read((reader) => sumBySteps(reader, town.directory, { ...both, step: 'week' }))
    expect(weeks.map(({ first }) => first)).toEqual(['2026-04-20', '2026-05-11'])
  })

  test('of each subject stand beside those of the time before, in the order that is asked for', async () => {
    const of = (order: 'most' | 'worst' | 'best', skip = 0) =>
      read((reader) => sumBySubject(reader, town.directory, { ...may, ...all, order, before: april, skip, limit: 2 }))
    const [first, second] = await of('most')
    expect(first).toMatchObject({ title: { it: 'Strade' }, rated: 3, average: 4, averageBefore: 2, subjects: 3 })
    expect(second).toMatchObject({ title: { it: 'Home' }, averageBefore: null })
    expect((await of('worst'))[0]).toMatchObject({ title: { it: 'Verde' }, average: 1 })
    expect((await of('best'))[0]).toMatchObject({ title: { it: 'Home' }, average: 5 })
    expect(await of('most', 2)).toHaveLength(1)
  })

  test('are those of one kind, or of one office', async () => {
    const rated = async (asked: Partial<SubjectsAsked>) =>
      ratingsIn(await read((reader) => sumRatings(reader, town.directory, { ...may, ...all, ...asked })))
    expect(await rated({ kind: 'page' })).toBe(2)
    expect(await rated({ office: town.office('parks') })).toBe(1)
  })

  test('a manager sees those of their offices; the desk, administrators and analysts all; nobody else any', async () => {
    expect([officesRated(town.desk), officesRated(town.admin), officesRated(analyst)]).toEqual([null, null, null])
    expect(officesRated(town.roads)).toEqual([town.office('roads')])
    expect(officesRated(town.parks)).toEqual([])
    const seen = officesRated(town.roads)
    expect(ratingsIn(await read((reader) => sumRatings(reader, town.directory, { ...may, ...all, seen })))).toBe(3)
    expect((await texts({ seen })).map(({ detail }) => detail)).toEqual(['Orari «giusti»'])
  })
})

describe('what people wrote', () => {
  test('is listed page by page', async () => {
    const [first] = await texts({ limit: 1 })
    const [second, ...none] = await texts({ after: first ?? null })
    expect(new Set([first?.detail, second?.detail])).toEqual(new Set(['Orari «giusti»', 'Telefonate a Mario Rossi, 333 1234567']))
    expect(none).toEqual([])
  })

  test('is hidden by the desk with a reason, left out of files, and shown again; the stars count', async () => {
    const written = (await texts()).find(({ detail }) => detail?.startsWith('Telefonate'))
    if (!written) throw new Error('nobody wrote')
    const hide = (by: Staff, reason: 'personal_data' | null) =>
      hideRatingText(town.world, town.tenant, { rating: written.id, by, reason })
    expect(await hide(town.roads, 'personal_data')).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await hide(town.desk, 'personal_data')).toMatchObject({ ok: true })
    const hidden = (await texts()).find(({ id }) => id === written.id)
    expect(hidden).toMatchObject({ hiddenFor: 'personal_data', hiddenBy: 'Dora Desk', hiddenAt: monday })
    expect(JSON.stringify(await file(true))).not.toContain('Mario')
    expect(ratingsIn(await read((reader) => sumRatings(reader, town.directory, { ...may, ...all })))).toBe(6)
    await hide(town.admin, null)
    expect((await texts()).find(({ id }) => id === written.id)).toMatchObject({ hiddenFor: null, hiddenBy: null })
  })

  test('cannot be hidden where there is nothing', async () => {
    const ask = { rating: town.world.newId<'rating'>(), by: town.desk, reason: 'offensive' } as const
    expect(await hideRatingText(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'no_such_rating' })
  })
})

test('the file has a row for each rating, and no texts for whoever reads none', async () => {
  const [head, ...rows] = await file(true)
  expect(head).toEqual(['Giorno', 'Che cosa', 'Oggetto', 'Indirizzo', 'Ufficio', 'Stelle', 'Risposta', 'Testo'])
  expect(rows).toHaveLength(6)
  expect(rows.find(([, , title]) => title === 'Verde')?.slice(4)).toEqual([
    expect.any(String),
    '1',
    'Altro',
    'Telefonate a Mario Rossi, 333 1234567',
  ])
  const [short] = await file(false)
  expect(short).not.toContain('Testo')
  expect(JSON.stringify(await file(false))).not.toContain('giusti')
})

async function file(withTexts: boolean): Promise<readonly (readonly unknown[])[]> {
  const context = { directory: town.directory, words: dictionary('it'), locale: 'it' } as const
  const sheet = exportRatings(town.world, context, 'csv', { ...may, ...all, texts: withTexts }, 4)
  return parseCsv(await new Response(sheet).text(), { delimiter: ';' })
}

describe('what everybody reads', () => {
  const year = { from: '2025-05-11', to: '2026-05-11' }

  test('is of the kinds that the body shows, and of nothing that fewer than five rated', async () => {
    const shown = () => read((reader) => listPublicResults(reader, { kinds: ['page', 'office'], ...year }))
    expect(await shown()).toMatchObject([{ title: { it: 'Strade' }, rated: 5, average: 3.2 }])
    expect(await read((reader) => listPublicResults(reader, { kinds: ['page'], ...year }))).toEqual([])
    expect(await read((reader) => listPublicResults(reader, { kinds: ['office'], ...year, from: '2026-05-01' }))).toEqual([])
  })

  test('stands beside the question of a page, with what was changed lately', async () => {
    const [roads] = await read((reader) => listPublicResults(reader, { kinds: ['office'], ...year }))
    const days = ['2026-05-08', '2026-05-09', '2026-05-10', '2026-05-11']
    for (const day of days) {
      const setting = { subject: roads?.id ?? null, day, text: { it: `Cambiato il ${day}` } }
      expect(await setImprovement(town.world, town.tenant, { by: town.admin, id: null, setting, seen: null })).toMatchObject({
        ok: true,
      })
    }
    const ofPage = (key: string) => read((reader) => readResultOfPage(reader, { kind: 'office', key, ...year }))
    expect(await ofPage('roads')).toMatchObject({
      rated: 5,
      average: 3.2,
      improvements: days
        .slice(1)
        .map((day) => ({ day, text: { it: `Cambiato il ${day}` } }))
        .toReversed(),
    })
    expect(await ofPage('parks')).toEqual({ rated: null, average: null, improvements: [] })
    expect(await ofPage('nowhere')).toBeNull()
  })
})

describe('what the body changed', () => {
  const setting = { subject: null, day: '2026-05-11', text: { it: 'Orari più chiari' } }
  const set = (more: Partial<Parameters<typeof setImprovement>[2]> = {}) =>
    setImprovement(town.world, town.tenant, { by: town.admin, id: null, setting, seen: null, ...more })

  test('is said by administrators, taken away, and brought back by its history', async () => {
    expect(await set({ by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await set({ setting: { ...setting, day: '2026-05-12' } })).toEqual({ ok: false, refusal: 'day_to_come', field: 'day' })
    const made = await set()
    if (!made.ok) throw new Error(made.refusal)
    const texts = async () => (await read(readImprovements)).map(({ text }) => text.it)
    expect(await texts()).toContain('Orari più chiari')
    await set({ id: made.value, setting: null, seen: 1 })
    expect(await texts()).not.toContain('Orari più chiari')
    const [removal] = await read((reader) =>
      listSettingChanges(reader, { subject: 'improvement', id: made.value }, { limit: 1, before: null }),
    )
    await revertSetting(town.world, town.tenant, { change: removal?.id ?? '', by: town.admin })
    expect(await texts()).toContain('Orari più chiari')
  })
})
