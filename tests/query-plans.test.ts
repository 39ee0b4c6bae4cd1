import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commonQueries } from '../bench/desk/common-queries.ts'
import { explain, statementsOf, tablesReadWhole } from '../bench/desk/explain.ts'
import { openTown, type Town } from './town.ts'

const reports = 20_000
const offices = 200

let town: Town
beforeAll(async () => {
  town = await openTown()
  for (let n = 0; n < 12; n++) await town.report({ title: `Lampione spento ${n}` })
  const script = await readFile(join(import.meta.dirname, '../bench/desk/fill.sql'), 'utf8')
  const client = await town.installation.database.pool.connect()
  await client.query("set app.tenant = 'every'")
  await client.query(script.replaceAll('$REPORTS', String(reports)).replaceAll('$OFFICES', String(offices)))
  await client.query("analyze; set app.tenant = ''")
  client.release(true)
}, 120_000)
afterAll(() => town.close())

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
    const asking = { directory, desk: town.desk, office: town.roads, report: sample.id, number: 9000, now }
    const whole: Record<string, readonly string[]> = {}
    let explained = 0
    for (const { name, ask } of commonQueries(asking)) {
      for (const statement of await statementsOf(town.tenant, ask)) {
        const plan = await explain(client, town.tenant, statement)
        explained++
        if (tablesReadWhole(plan).length > 0) whole[name] = [plan]
      }
    }
    client.release()
    expect(explained).toBeGreaterThan(10)
    expect(whole).toEqual({})
  }, 60_000)

  test('would be caught if one did', () => {
    expect(tablesReadWhole('->  Seq Scan on report (actual rows=1)\n->  Seq Scan on office')).toEqual(['report'])
  })
})
