import type { Jobs } from '#server/jobs/catalogue.ts'
import { readEvent } from '#server/storage/events.ts'
import { readReport } from '#server/storage/reports.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import type { World } from '#server/world.ts'

/** A question that the author left unanswered gives the report back to its owner; an answer or a later question makes this void. */
export async function timeOutWaiting(world: World, { tenant, report, event }: Jobs['waiting.time-out']): Promise<void> {
  const asked = await world.read(tenant, async (reader) => {
    const [now, then] = [await readReport(reader, report), await readEvent(reader, event)]
    return now && then ? { now, then } : null
  })
  if (asked?.now.stage !== 'waiting' || asked.now.stageSince.getTime() !== asked.then.at.getTime()) return
  await moveReport(world, tenant, {
    report,
    move: { act: 'resume' },
    seenVersion: asked.now.version,
    by: { kind: 'system' },
    channel: 'web',
  })
}
