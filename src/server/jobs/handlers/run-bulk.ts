import type { Jobs } from '#server/jobs/catalogue.ts'
import { moveBulkRun, readBulkRun, waitingBulkItems } from '#server/storage/bulk.ts'
import { changeOneOfBulk } from '#server/use-cases/bulk/change-one-of-bulk.ts'
import type { World } from '#server/world.ts'

/** A job does this many and asks for the next one, so that no job runs for long and others come in between. */
const atOnce = 50

/** Does what was asked of many reports, a few at a time; one that died on the way goes on where it was, one that was stopped does not. */
export async function runBulk(world: World, { tenant, run: id }: Jobs['bulk.run']): Promise<void> {
  const found = await world.read(tenant, async (reader) => {
    const run = await readBulkRun(reader, id)
    return run ? { run, items: await waitingBulkItems(reader, id, atOnce) } : null
  })
  if (found?.run.state !== 'running') return
  for (const item of found.items) {
    const now = await world.read(tenant, (reader) => readBulkRun(reader, id))
    if (now?.state !== 'running') return
    await changeOneOfBulk(world, tenant, found.run, item)
  }
  await world.transaction(tenant, async (tx) => {
    if (found.items.length === atOnce) await tx.later('bulk.run', { tenant, run: id })
    else await moveBulkRun(tx, id, 'running', 'finished', world.now())
  })
}
