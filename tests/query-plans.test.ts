import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CategoryId } from '#domain/shared/id.ts'
import { commonQueries } from '../bench/desk/common-queries.ts'
import { explain, statementsOf, tablesReadWhole } from '../bench/desk/explain.ts'
import { openTown, type Town } from './town.ts'

const reports = 20_000
const offices = 200

/** What people write differs: a word that stands in every report tells nothing of how one is looked for. */
const things = ['Lampione', 'Cestino', 'Tombino', 'Muro', 'Cartello', 'Semaforo', 'Scalino', 'Ramo', 'Palo', 'Parapetto']
const states = [
  'spento',
  'rotto',
  'aperto',
  'imbrattato',
  'piegato',
  'pericolante',
  'sporco',
  'caduto',
  'arrugginito',
  'mancante',
]
const titles = things.flatMap((thing) => states.map((state) => `${thing} ${state}`))

let town: Town
let category: CategoryId
beforeAll(async () => {
  town = await openTown()
  for (const [n, title] of titles.entries()) {
    const place = { longitude: 9.01 + n / 10_000, latitude: 44.01 + n / 10_000 }
    await town.report({ title, description: `${title}, da qualche giorno.`, place, address: `Via Lunga ${n}` })
  }
  category = await fileFirstElsewhere()
  const script = await readFile(join(import.meta.dirname, '../bench/desk/fill.sql'), 'utf8')
  const client = await town.installation.database.pool.connect()
  await client.query("set app.tenant = 'every'")
  await client.query(script.replaceAll('$REPORTS', String(reports)).replaceAll('$OFFICES', String(offices)))
  // An index of words is only as good as it looks once what was written last is in it.
  await client.query('vacuum analyze')
  client.release(true)
}, 120_000)
afterAll(() => town.close())

/** A category of its own for the first report: what is asked for is one of many, as in a town that has some dozens. */
async function fileFirstElsewhere(): Promise<CategoryId> {
  const other = [...town.directory.categories.values()].find(({ code }) => code !== 'pothole')
  if (!other) throw new Error('the town has several categories')
  await town.world.transaction(town.tenant, ({ db, tenant }) =>
    db
      .updateTable('report')
      .where('report.tenant_id', '=', tenant)
      .where('report.number', '=', 1)
      .set({ category_id: other.id })
      .execute(),
  )
  return other.id
}

describe('the queries asked most, over twenty thousand reports', () => {
  test('read no table of reports from end to end', async () => {
    const client = await town.installation.database.pool.connect()
    const { rows } = await client
      .query("set app.tenant = 'every'; select id, number from report where number = 9000")
      .then((answers) => (Array.isArray(answers) ? answers[1] : answers))
    await client.query("set app.tenant = ''")
    const [sample] = rows
    const directory = await town.world.directories.of(town.tenant)
    const now = town.world.now()
    const asking = { directory, desk: town.desk, office: town.roads, report: sample.id, number: 9000, category, now }
    const whole: Record<string, readonly string[]> = {}
    let explained = 0
    for (const { name, ask } of commonQueries(asking)) {
      for (const statement of await statementsOf(client, town.tenant, ask)) {
        const plan = await explain(client, town.tenant, statement)
        explained++
        if (tablesReadWhole(plan).length > 0) whole[name] = [plan]
      }
    }
    client.release()
    expect(explained).toBeGreaterThan(18)
    expect(whole).toEqual({})
  }, 60_000)

  test('would be caught if one did', () => {
    const whole =
      '->  Seq Scan on report (actual rows=1.00 loops=1)\n      Filter: (number = 1)\n      Rows Removed by Filter: 19999'
    const ended = '->  Seq Scan on report report_1 (actual rows=1001.00 loops=1)\n      Filter: (number > 1)'
    const small = '->  Seq Scan on office (actual rows=20000.00 loops=1)'
    expect(tablesReadWhole([whole, ended, small].join('\n'))).toEqual(['report'])
  })
})
