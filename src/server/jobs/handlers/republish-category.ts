import type { Jobs } from '#server/jobs/catalogue.ts'
import { listReportsOfCategory } from '#server/storage/category-uses.ts'
import { republishReport } from '#server/use-cases/categories/republish-report.ts'
import type { World } from '#server/world.ts'

const atOnce = 200

/** A category publishes otherwise: each of its reports is shown or hidden, a few at a time in the order of their ids. */
export async function republishCategory(world: World, job: Jobs['category.republish']): Promise<void> {
  const { tenant, category, after } = job
  const reports = await world.read(tenant, (reader) => listReportsOfCategory(reader, category, after, atOnce))
  for (const report of reports) await republishReport(world, tenant, report)
  const last = reports.at(-1)
  if (last && reports.length === atOnce)
    await world.transaction(tenant, (tx) => tx.later('category.republish', { tenant, category, after: last }))
}
