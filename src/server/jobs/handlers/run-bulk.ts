import type { FillText } from '#domain/bulk/change-for-report.ts'
import { fillTemplate } from '#lib/mail/fill-template.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { moveBulkRun, readBulkRun, settleBulkItem, waitingBulkItems } from '#server/storage/bulk.ts'
import { type ChangeOneOfBulk, changeOneOfBulk } from '#server/use-cases/bulk/change-one-of-bulk.ts'
import type { Outside } from './outside.ts'

type Ways = Pick<Outside, 'world' | 'onFault'>

/** A job does this many and asks for the next one, so that no job runs for long and others come in between. */
const atOnce = 50

/** Does what was asked of many reports, a few at a time; one that died on the way goes on where it was, one that was stopped does not. */
export async function runBulk(ways: Ways, { tenant, run: id }: Jobs['bulk.run']): Promise<void> {
  const { world } = ways
  const found = await world.read(tenant, async (reader) => {
    const run = await readBulkRun(reader, id)
    return run ? { run, items: await waitingBulkItems(reader, id, atOnce) } : null
  })
  if (found?.run.state !== 'running') return
  const directory = await world.directories.of(tenant)
  const fill: FillText = (text, report, locale) => fillTemplate(text, report, directory, locale, world.now())
  for (const item of found.items) {
    const now = await world.read(tenant, (reader) => readBulkRun(reader, id))
    if (now?.state !== 'running') return
    await changeOrNoteFault(ways, tenant, { run: found.run, item, fill })
  }
  await world.transaction(tenant, async (tx) => {
    if (found.items.length === atOnce) await tx.later('bulk.run', { tenant, run: id })
    else await moveBulkRun(tx, id, 'running', 'finished', world.now())
  })
}

/** One report that cannot be changed holds up none of those behind it; where the fault itself cannot be written down, the job is tried again. */
async function changeOrNoteFault(
  { world, onFault }: Ways,
  tenant: Jobs['bulk.run']['tenant'],
  one: ChangeOneOfBulk,
): Promise<void> {
  try {
    await changeOneOfBulk(world, tenant, one)
  } catch (fault) {
    const outcome = { state: 'refused', refusal: 'fault' } as const
    await world.transaction(tenant, (tx) => settleBulkItem(tx, one.run.id, one.item.report, outcome))
    onFault(fault)
  }
}
