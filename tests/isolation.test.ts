import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buckets } from '#domain/reports/inbox.ts'
import { plainLook } from '#domain/reports/list-look.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import { mapList } from '#server/queries/desk/list/map-list.ts'
import { readReportFile } from '#server/queries/desk/report-file.ts'
import { nearestStreet } from '#server/queries/places/nearest-street.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'
import type { Reader } from '#server/storage/database.ts'
import { findReportByNumber, readReport } from '#server/storage/reports.ts'
import { listViews } from '#server/storage/saved-views.ts'
import { saveView } from '#server/use-cases/lists/save-view.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, type Town } from './town.ts'
import { townPlan } from './town-plan.ts'

let town: Town
let neighbour: TenantId

beforeAll(async () => {
  town = await openTown()
  for (let n = 0; n < 3; n++) await town.report()
  neighbour = await foundTenant(town.world, townPlan('neighbour'))
})
afterAll(() => town.close())

const openForReading = ['report', 'street']

async function tenantTables(): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' and table_name <> 'tenant_host'
    order by table_name`.execute(town.installation.database.shared)
  return rows.map(({ name }) => name)
}

describe('two bodies on one installation', () => {
  test('see none of each other’s rows, whatever a query forgets', async () => {
    const seen = await town.world.read(neighbour, async ({ db }) => {
      const found: string[] = []
      for (const table of await tenantTables()) {
        const { rows } = await sql`select 1 from ${sql.table(table)} where tenant_id = ${town.tenant} limit 1`.execute(
          db as never,
        )
        if (rows.length > 0) found.push(table)
      }
      return found
    })
    expect(seen).toEqual(openForReading)
  })

  test('cannot write each other’s rows, those that are open for reading included', async () => {
    const touched = await town.world.transaction(neighbour, async ({ db }) => {
      const changed: string[] = []
      for (const table of await tenantTables()) {
        const result = await sql`update ${sql.table(table)} set tenant_id = tenant_id where tenant_id = ${town.tenant}`.execute(
          db,
        )
        if (Number(result.numAffectedRows ?? 0) > 0) changed.push(table)
      }
      return changed
    })
    expect(touched).toEqual([])
  })

  test('cannot put a row into the other’s tables', async () => {
    const write = town.world.transaction(neighbour, (tx) =>
      tx.db.insertInto('counter').values({ tenant_id: town.tenant, name: 'stolen', value: 1 }).execute(),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  test('get nothing of the other from any query, by id, by number, by text or by place', async () => {
    const report = await town.report()
    const view = { name: 'Tutte', audience: { kind: 'everyone' }, filter: everything, look: plainLook } as const
    await saveView(town.world, town.tenant, { ...view, by: town.desk })
    const list = { sort: 'newest', after: null, size: 30, readers: [] } as const
    const theirs = { ...town.directory, tenant: { ...town.directory.tenant, id: neighbour } }
    const look = (reader: Reader, filter: Partial<ReportFilter>) =>
      listReports(reader, theirs, town.desk, { ...list, filter: { ...everything, ...filter } }).then(({ rows }) => rows)
    const found = await town.world.read(neighbour, async (reader) => ({
      byId: await readReport(reader, report.id),
      byNumber: await findReportByNumber(reader, report.number),
      file: await readReportFile(reader, report.number),
      listed: [
        ...(await look(reader, {})),
        ...(await look(reader, { bucket: 'take_in_charge' })),
        ...(await look(reader, { text: String(report.number) })),
        ...(await look(reader, { author: report.author })),
        ...(await look(reader, { group: report.number })),
      ],
      mapped: (await mapList(reader, theirs, town.desk, everything, { box: [8, 43, 10, 45], zoom: 10 })).marks,
      views: await listViews(reader),
      number: (await listReports(reader, theirs, town.desk, { ...list, filter: everything })).found,
      counts: Object.values(await countInbox(reader, town.desk, { offices: null, person: null })),
    }))
    expect(found).toEqual({
      byId: null,
      byNumber: null,
      file: null,
      listed: [],
      mapped: [],
      views: [],
      number: 0,
      counts: Array.from(buckets, () => 0),
    })
  })

  test('find their own streets only', async () => {
    const nowhere = await foundTenant(town.world, { ...townPlan('nowhere'), streets: [] })
    const found = await town.world.read(nowhere, async (reader) => [
      ...(await searchStreets(reader, 'via lunga', 5)),
      await nearestStreet(reader, { longitude: 9.05, latitude: 44.05 }),
    ])
    expect(found).toEqual([null])
  })

  test('and without a body there is nothing at all', async () => {
    const { rows } = await sql`select 1 from office`.execute(town.installation.database.shared)
    expect(rows).toEqual([])
  })
})
