import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import { listEvents } from '#server/storage/events.ts'
import { groupReport } from '#server/use-cases/groups/group-report.ts'
import { relateReports } from '#server/use-cases/groups/relate-reports.ts'
import { splitReport } from '#server/use-cases/groups/split-report.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { readSurroundings } from './group.ts'
import { listLikeReports } from './like-reports.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** A degree of latitude is 111 195 metres. */
const north = (metres: number) => ({ longitude: 9.05, latitude: 44.05 + metres / 111_195 })
const like = (report: Report, by: Actor = town.desk) =>
  town.world.read(town.tenant, (reader) =>
    listLikeReports(reader, by, { ...report, report: report.id }, town.directory.categories, monday),
  )
const ask = (report: Report) => ({ report: report.id, by: town.desk, seenVersion: null })
const around = (report: Report, by: Actor = town.desk) =>
  town.world.read(town.tenant, async (reader) => readSurroundings(reader, by, report, await listEvents(reader, report.id)))

describe('reports that may be about the same problem', () => {
  test('are found within the distance of the category, open ones first, with the reason', async () => {
    const report = await town.report({ place: north(1000) })
    const near = await town.report({ place: north(1040) })
    const closed = await town.report({ place: north(1001) })
    await moveReport(town.world, town.tenant, { ...ask(closed), move: { act: 'resolve', text: 'Fatto.' }, channel: 'web' })
    await town.report({ place: north(1160) })
    await town.report({ place: north(1010), category: town.category('tree').id, title: 'Ramo', description: 'Spezzato' })
    const found = await like(report)
    expect(found.map(({ number }) => number)).toEqual([near.number, closed.number])
    expect(found[0]).toMatchObject({ metres: 40, words: expect.arrayContaining(['buca']), sameCategory: true })
  })

  test('are not those of its own group, nor what the person may not read', async () => {
    const report = await town.report({ place: north(2000) })
    const follower = await town.report({ place: north(2010) })
    const lamp = town.category('tree').id
    await town.report({ place: north(2020), category: lamp, title: 'Buca profonda sotto il pino', consent: false })
    await groupReport(town.world, town.tenant, { ...ask(follower), lead: report.id })
    expect(await like(report)).toHaveLength(1)
    expect(await like(await town.read(follower.id))).toHaveLength(1)
    expect(await like(report, town.roads)).toEqual([])
  })

  test('are found for what is only being written down, too', async () => {
    const there = await town.report({ place: north(3000) })
    const { place, address, category, title, description } = there
    const typed = { place, address, category, title, description, report: null, lead: null }
    const found = await town.world.read(town.tenant, (reader) =>
      listLikeReports(reader, town.desk, typed, town.directory.categories, monday),
    )
    expect(found.map(({ number }) => number)).toEqual([there.number])
  })

  test('are found by their street where one of the two has no place', async () => {
    const called = { channel: 'phone', place: null, title: 'Tombino rialzato', description: 'Pericoloso per chi passa.' } as const
    const mapped = await town.report({ place: north(4000), address: 'Via Lunga 40', title: 'Tombino', description: 'Rialzato.' })
    const phoned = await town.report({ ...called, address: 'via Lunga, 40' })
    await town.report({ ...called, address: 'Via Corta 40', description: 'Altrove.' })
    expect(await like(mapped)).toMatchObject([{ number: phoned.number, metres: null, sameAddress: 'number' }])
    expect((await like(phoned)).map(({ number }) => number)).toContain(mapped.number)
  })

  test('and without a place, what says the same', async () => {
    const placeless = { kind: 'proposal', place: null, address: null, title: 'Più panchine al parco giochi' } as const
    const one = await town.report({ ...placeless, description: 'Mancano panchine.' })
    const other = await town.report({ ...placeless, title: 'Panchine nuove nel parco', description: 'Servono panchine.' })
    await town.report({ ...placeless, title: 'Altro', description: 'Un’altra cosa' })
    expect((await like(one)).map(({ number }) => number)).toEqual([other.number])
  })
})

test('a report shows its group with the number of people, its parts, its whole and what is linked to it', async () => {
  const [lead, follower, other] = [
    await town.report(),
    await town.report(),
    await town.report({ category: town.category('tree').id }),
  ]
  await groupReport(town.world, town.tenant, { ...ask(follower), lead: lead.id })
  await relateReports(town.world, town.tenant, { ...ask(lead), other: other.id, note: 'stesso cantiere' })
  const part = { category: town.category('tree').id, office: null, title: 'Albero', description: 'Cade', files: [] }
  const split = await splitReport(town.world, town.tenant, { ...ask(lead), parts: [part] })
  const born = split.ok ? await town.read(split.value[0] ?? lead.id) : lead
  const seen = await around(await town.read(lead.id), town.roads)
  expect(seen).toMatchObject({
    lead: null,
    followers: [{ number: follower.number, readable: true }],
    people: 1,
    parts: [{ number: born.number, readable: false }],
    related: [{ number: other.number, note: 'stesso cantiere', readable: false }],
  })
  expect((await around(await town.read(follower.id))).lead?.number).toBe(lead.number)
  expect((await around(born)).whole?.number).toBe(lead.number)
})
