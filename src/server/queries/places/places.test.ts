import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { nearestStreet } from './nearest-street.ts'
import { searchStreets } from './search-streets.ts'
import { readStreetQuery } from './street-query.ts'

let town: Town
let other: Awaited<ReturnType<typeof foundTenant>>

beforeAll(async () => {
  town = await openTown()
  const street = (name: string, latitude: number) => ({
    name,
    postcode: null,
    line: [
      [9.01, latitude],
      [9.19, latitude],
    ] as const,
    from: null,
    to: null,
  })
  const plan = townPlan('elsewhere')
  other = await foundTenant(town.world, { ...plan, streets: [street('Via Altrove', 44.05), street('Via 25 Aprile', 44.06)] })
})
afterAll(() => town.close())

const search = (text: string, limit = 8) => town.world.read(town.tenant, (reader) => searchStreets(reader, text, limit))

describe('the text of a street search', () => {
  test.each([
    ['Via Lunga', 'via lunga', null],
    ['Via Lunga 12', 'via lunga', { counted: 12, written: '12' }],
    ['via lunga, 12', 'via lunga', { counted: 12, written: '12' }],
    ['Via Lunga n. 12', 'via lunga', { counted: 12, written: '12' }],
    ['Via Lunga 12/a', 'via lunga', { counted: 12, written: '12/A' }],
    ['Via Lunga 12r', 'via lunga', { counted: 12, written: '12R' }],
    ['12', '12', null],
    ['Piazza della Libertà', 'piazza della liberta', null],
    ['%_\\', '', null],
  ])('%s', (text, name, number) => expect(readStreetQuery(text)).toMatchObject({ name, number }))
})

describe('searching streets', () => {
  test.each([
    ['via lun', 'Via Lunga'],
    ['LUNGA', 'Via Lunga'],
    ['liberta', 'Piazza della Libertà'],
    ['piazza della libertà', 'Piazza della Libertà'],
    ['piaza dela liberta', 'Piazza della Libertà'],
  ])('%s finds %s', async (text, label) => expect((await search(text))[0]?.label).toBe(label))

  test.each(['', ' ', 'v', '%%', 'xyzzyx', "'; drop table street; --"])('finds nothing for «%s»', async (text) =>
    expect(await search(text)).toEqual([]),
  )

  test('a house number lies along the street where it is counted', async () => {
    const [first] = await search('Via Lunga 1')
    const [middle] = await search('via lunga, 50')
    const [last] = await search('Via Lunga 99')
    expect(first).toMatchObject({ label: 'Via Lunga 1', postcode: '00001', place: { longitude: 9.04 } })
    expect(middle?.place.longitude).toBeCloseTo(9.05, 4)
    expect(last?.place.longitude).toBeCloseTo(9.06, 6)
  })

  test('a number beyond the street gives the street alone', async () =>
    expect((await search('Via Lunga 400'))[0]?.label).toBe('Via Lunga'))

  test('a street named after a date is found with its number or without', async () => {
    const [found] = await town.world.read(other, (reader) => searchStreets(reader, 'via 25 aprile 3', 5))
    expect(found?.label).toBe('Via 25 Aprile 3')
  })

  test('answers no more than the limit', async () => {
    expect(await search('ia')).toHaveLength(2)
    expect(await search('ia', 1)).toHaveLength(1)
  })

  test('never answers with another body’s streets', async () => expect(await search('Via Altrove')).toEqual([]))
})

describe('the nearest street', () => {
  const near = (longitude: number, latitude: number) =>
    town.world.read(town.tenant, (reader) => nearestStreet(reader, { longitude, latitude }))

  test('is measured from its line on the ground', async () => {
    const found = await near(9.059, 44.051)
    expect(found?.label).toBe('Via Lunga')
    expect(found?.metres).toBeCloseTo(111.3, 0)
  })

  test('is the body’s own, though another’s is nearer', async () =>
    expect((await near(9.1499, 44.0501))?.label).toBe('Piazza della Libertà'))

  test('is nothing where the body has no streets', async () => {
    const bare = await foundTenant(town.world, { ...townPlan('bare'), streets: [] })
    expect(await town.world.read(bare, (reader) => nearestStreet(reader, { longitude: 9, latitude: 44 }))).toBeNull()
  })
})
