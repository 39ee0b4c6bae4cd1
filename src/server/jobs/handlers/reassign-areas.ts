import type { Jobs } from '#server/jobs/catalogue.ts'
import { listPlacedOpenReports } from '#server/storage/areas.ts'
import { findAreaAgain } from '#server/use-cases/areas/find-area-again.ts'
import type { World } from '#server/world.ts'

const atOnce = 200

/** Borders moved: each open report is looked for anew, a few at a time in the order of their ids. */
export async function reassignAreas(world: World, { tenant, after }: Jobs['areas.reassign']): Promise<void> {
  const reports = await world.read(tenant, (reader) => listPlacedOpenReports(reader, after, atOnce))
  await findAreaAgain(world, tenant, reports)
  const last = reports.at(-1)
  if (last && reports.length === atOnce)
    await world.transaction(tenant, (tx) => tx.later('areas.reassign', { tenant, after: last }))
}
