import { afterAll, beforeAll, expect, test } from 'vitest'
import { everything } from '#domain/reports/report-filter.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import { openTown, type Town } from '#tests/town.ts'
import { wordSearchFor } from './text-search.ts'

let town: Town
const common = 50

beforeAll(async () => {
  town = await openTown()
  for (let n = 0; n < common; n++) await town.report({ title: 'Lampione spento' })
  await town.report({ title: 'Fontana con cigni' })
}, 120_000)
afterAll(() => town.close())

const searchFor = (text: string) => town.world.read(town.tenant, (reader) => wordSearchFor(reader, text))
const found = async (text: string) => {
  const ask = { filter: { ...everything, text }, sort: 'newest', after: null, size: 100, readers: [] } as const
  return (await town.world.read(town.tenant, (reader) => listReports(reader, town.directory, town.desk, ask))).rows.length
}

test.each([
  ['a word that many reports hold', 'lampione', 'whole_words'],
  ['its other forms', 'Lampióni', 'whole_words'],
  ['several words of which the last is whole', 'cigni lampione', 'whole_words'],
  ['the beginning of a word', 'lampio', 'beginnings'],
  ['a word that few hold', 'fontana', 'beginnings'],
  ['too little to begin anything', 'la', 'whole_words'],
  ['no text', '', 'whole_words'],
])('%s', async (_, text, search) => {
  expect(await searchFor(text)).toBe(search)
})

test.each([
  ['lampione', common],
  ['lampio', common],
  ['spento lamp', common],
  ['cig', 1],
  ['fontana lamp', 0],
])('"%s" finds %i reports', async (text, reports) => {
  expect(await found(text)).toBe(reports)
})
