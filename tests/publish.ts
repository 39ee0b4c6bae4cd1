import type { Report } from '#domain/reports/report.ts'
import { lockReport, saveReport } from '#server/storage/reports.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import type { OpenReport } from '#server/use-cases/reports/open-report.ts'
import type { Town } from './town.ts'

/** A report of the town that everyone sees: approved by the desk and taken in charge by the roads. */
export async function publicReport(town: Town, wanted: Partial<OpenReport> = {}): Promise<Report> {
  const { id } = await town.report(wanted)
  await town.world.transaction(town.tenant, async (tx) => {
    const locked = await lockReport(tx, id)
    if (locked) await saveReport(tx, { ...locked, moderation: 'approved' }, town.world.now())
  })
  const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
  const moved = await moveReport(town.world, town.tenant, { report: id, move, seenVersion: null, by: town.desk, channel: 'web' })
  if (!moved.ok) throw new Error(moved.refusal)
  return town.read(id)
}
