import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#server/storage/events.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'
import { type OpenReport, openReport } from './open-report.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const ask = (wanted: Partial<OpenReport> = {}): OpenReport => ({ ...plainReport(town.category('pothole').id), ...wanted })

describe('a new report', () => {
  test('is submitted, routed to the office of its category, with a number, an area and two promises', async () => {
    const report = await town.report()
    expect(report).toMatchObject({
      stage: 'submitted',
      routedOffice: town.office('roads'),
      ownerOffice: null,
      visible: false,
      version: 1,
    })
    expect(town.directory.areas.get(report.area ?? ('' as never))?.code).toBe('W')
    expect(report.firstReplyDue.toISOString()).toBe('2026-05-13T15:00:00.000Z')
    expect(report.resolutionDue.toISOString()).toBe('2026-05-25T15:00:00.000Z')
  })

  test('leaves one event and asks for one mail', async () => {
    const report = await town.report()
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    expect(events.map(({ kind, actor, version }) => ({ kind, actor, version }))).toEqual([
      { kind: 'submitted', actor: { kind: 'author' }, version: 1 },
    ])
  })

  test('has the number after the last one', async () => {
    const [first, second] = [await town.report(), await town.report()]
    expect(second.number).toBe(first.number + 1)
  })

  test('is one report when the same key comes twice, and when it comes ten times at once', async () => {
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => openReport(town.world, town.tenant, ask({ submissionKey: key }))),
    )
    const again = await openReport(town.world, town.tenant, ask({ submissionKey: key, title: 'Un altro titolo' }))
    const numbers = new Set([...answers, again].map((answer) => (answer.ok ? answer.value.number : answer.refusal)))
    expect(numbers.size).toBe(1)
    expect(again).toMatchObject({ ok: true, value: { repeated: true } })
  })

  test('that is a proposal may be about no place', async () => {
    expect(await openReport(town.world, town.tenant, ask({ kind: 'proposal', place: null }))).toMatchObject({ ok: true })
  })
})

describe('a report is refused', () => {
  const nobody = { firstName: null, lastName: null, email: null, phone: null, locale: 'it' } as const
  test.each([
    ['kind_not_taken', { kind: 'assistance' }],
    ['category_missing', { category: null }],
    ['category_unknown', { category: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }],
    ['title_missing', { title: '  ' }],
    ['title_too_long', { title: 'x'.repeat(121) }],
    ['description_missing', { description: '' }],
    ['description_too_long', { description: 'x'.repeat(2001) }],
    ['first_name_missing', { author: nobody }],
    ['email_wrong', { author: { ...nobody, firstName: 'A', lastName: 'B', email: 'a@b' } }],
    ['place_missing', { place: null }],
    ['place_outside', { place: { longitude: 10, latitude: 44.05 } }],
    ['address_too_long', { address: 'x'.repeat(201) }],
  ] as const)('%s', async (refusal, wanted) => {
    expect(await openReport(town.world, town.tenant, ask(wanted as Partial<OpenReport>))).toEqual({ ok: false, refusal })
  })

  test('answers_wrong, where the category asks something and nothing is answered', async () => {
    const category = town.category('lamp').id
    expect(await openReport(town.world, town.tenant, ask({ category }))).toEqual({ ok: false, refusal: 'answers_wrong' })
    expect(await openReport(town.world, town.tenant, ask({ category, answers: { lamp_number: ['A12'] } }))).toMatchObject({
      ok: true,
    })
  })

  test('category_unknown, for a group of categories', async () => {
    expect(await openReport(town.world, town.tenant, ask({ category: town.category('streets').id }))).toEqual({
      ok: false,
      refusal: 'category_unknown',
    })
  })

  test('and leaves nothing behind', async () => {
    const count = () =>
      town.world.read(town.tenant, ({ db, tenant }) =>
        db.selectFrom('author').where('author.tenant_id', '=', tenant).select('author.id').execute(),
      )
    const before = await count()
    await openReport(town.world, town.tenant, ask({ title: '' }))
    expect(await count()).toHaveLength(before.length)
  })
})
