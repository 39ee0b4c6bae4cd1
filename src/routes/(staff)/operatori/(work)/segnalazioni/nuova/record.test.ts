import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { listEvents } from '#server/storage/events.ts'
import { findReportByNumber } from '#server/storage/reports.ts'
import { openTown, type Town } from '#tests/town.ts'
import type { Entry } from './entry.ts'
import { candidatesFor } from './like.server.ts'
import { emptyEntry } from './read-entry.server.ts'
import { entryProblems, lateProblem, record } from './record.server.ts'

let town: Town
let locals: App.Locals
beforeAll(async () => {
  town = await openTown()
  const { installation, directory } = town
  locals = { installation, directory, words: dictionary('it'), locale: 'it', clientAddress: '::1' } as App.Locals
})
afterAll(() => town.close())

const place = { longitude: 9.05, latitude: 44.05 }

function entry(more: Partial<Entry> = {}): Entry {
  const empty = emptyEntry(locals, 'phone')
  const said = { title: 'Buca', description: 'Una buca in strada.', consent: false, place }
  return { ...empty, content: { ...empty.content, ...said, category: town.category('pothole').id }, ...more }
}

async function recordedUnder(by: Staff, under: string, typed = entry({ under })) {
  const recorded = await record(locals, by, typed, null)
  if (!recorded.ok) throw new Error(recorded.refusal)
  return recorded.value.joined
}

describe('what is recorded together with another report', () => {
  test('is joined with it by the desk, and said to stand alone where that could not be', async () => {
    const lead = await town.report()
    expect(await recordedUnder(town.desk, String(lead.number))).toBe('joined')
    expect(await recordedUnder(town.roads, String(lead.number))).toBe('alone')
    expect(await recordedUnder(town.desk, '999999')).toBe('alone')
    expect(await recordedUnder(town.desk, '')).toBe('not_asked')
  })

  test('is joined once, however often it is sent', async () => {
    const lead = await town.report()
    const typed = entry({ under: String(lead.number) })
    const alone = { ...typed, under: '' }
    expect(await recordedUnder(town.desk, '', alone)).toBe('not_asked')
    expect(await recordedUnder(town.desk, '', typed)).toBe('joined')
    expect(await recordedUnder(town.desk, '', typed)).toBe('joined')
    const kinds = await town.world.read(town.tenant, async (reader) => {
      const id = await findReportByNumber(reader, lead.number + 1)
      return id ? (await listEvents(reader, id)).map(({ kind }) => kind) : []
    })
    expect(kinds).toEqual(['submitted', 'grouped'])
  })

  test('is offered to whoever may join it alone', async () => {
    const lead = await town.report()
    const about = { place, address: '', search: '', category: lead.category, title: lead.title, description: lead.description }
    const joinable = async (by: Staff) => (await candidatesFor(about, by, locals)).map((one) => one.joinable)
    expect(new Set(await joinable(town.desk))).toEqual(new Set([true]))
    expect(new Set(await joinable(town.roads))).toEqual(new Set([false]))
  })
})

test('what is refused is said beside its own field', () => {
  const files = [
    { kind: 'document', message: 'Questo no.' },
    { kind: 'document', message: 'Nemmeno questo.' },
  ] as const
  expect(entryProblems(locals, entry(), [], files)).toEqual({
    errors: [{ field: 'document', message: 'Questo no. Nemmeno questo.' }],
    byField: { document: 'Questo no. Nemmeno questo.' },
  })
  expect(lateProblem(locals, entry(), 'place_outside').byField).toHaveProperty('place')
  expect(lateProblem(locals, entry(), 'category_unknown').byField).toHaveProperty('categoryTyped')
  expect(lateProblem(locals, entry(), 'title_too_long').errors).toMatchObject([{ field: 'title' }])
})
