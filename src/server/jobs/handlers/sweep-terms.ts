import { dueTermLooks } from '#server/storage/terms.ts'
import { noticeReportTerms } from '#server/use-cases/reports/notice-terms.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

const atOnce = 200
/** What is left after this many is the next minute's. */
const rounds = 25

/** Looks at all terms whose time has come, in every body; each report in a transaction of its own. */
export async function sweepTerms(world: World, everywhere: Everywhere): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const due = await dueTermLooks(everywhere, world.now(), atOnce)
    for (const { tenant, report } of due) await noticeReportTerms(world, tenant, report)
    if (due.length < atOnce) return
  }
}
