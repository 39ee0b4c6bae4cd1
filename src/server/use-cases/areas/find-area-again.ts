import { areaAt, buildAreaIndex } from '#domain/areas/area-index.ts'
import type { AreaId, ReportId, TenantId } from '#domain/shared/id.ts'
import { readAreas } from '#server/storage/areas.ts'
import { recordChange } from '#server/storage/changes.ts'
import { lockReport, readReports } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** Finds out anew in which area reports lie, as the borders are now; those that lie where they lay are left alone. */
export async function findAreaAgain(world: World, tenant: TenantId, ids: readonly ReportId[]): Promise<void> {
  if (ids.length === 0) return
  const { reports, areas } = await world.read(tenant, async (reader) => ({
    reports: await readReports(reader, ids),
    areas: await readAreas(reader),
  }))
  const index = buildAreaIndex(areas.filter(({ active }) => active))
  for (const { id, place, area } of reports) {
    const found = place === null ? area : areaAt(index, place)
    if (found !== area) await moveInto(world, tenant, id, found)
  }
}

async function moveInto(world: World, tenant: TenantId, id: ReportId, area: AreaId | null): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report || report.area === area) return
    const event = { kind: 'moved', detail: { area, previousArea: report.area } } as const
    await recordChange(world, tx, { report: { ...report, area }, event, words: null }, { kind: 'system' }, 'web')
  })
}
