import type { Actor } from '#domain/people/actor.ts'
import type { Channel } from '#domain/reports/kind.ts'
import { decideMove, type Move, type MoveRefusal } from '#domain/reports/move.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { worksInOffice } from '#server/storage/accounts.ts'
import { recordChange } from '#server/storage/changes.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { lockReport, readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** A move that somebody asks for, with the version of the report that they saw; null where they saw none. */
export type MoveReport = {
  readonly report: ReportId
  readonly move: Move
  readonly seenVersion: number | null
  readonly by: Actor
  readonly channel: Channel
}

export type MoveReportRefusal = MoveRefusal | 'no_such_report' | 'old_version' | Unknown

/** Moves a report through its life: taken in charge, planned, asked, worked, answered, reopened. */
export async function moveReport(world: World, tenant: TenantId, ask: MoveReport): Promise<Result<EventId, MoveReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx): Promise<Result<EventId, MoveReportRefusal>> => {
    const report = await lockReport(tx, ask.report)
    if (!report) return refuse('no_such_report')
    if (ask.seenVersion !== null && ask.seenVersion !== report.version) return refuse('old_version')
    const moved = decideMove(report, ask.move, ask.by, moveRules(directory, report, world.now()), world.now())
    if (!moved.ok) return moved
    const unknown = await namesSomethingUnknown(tx, directory, ask.move)
    if (unknown) return refuse(unknown)
    const event = await recordChange(world, tx, moved.value, ask.by, ask.channel)
    if (moved.value.report.stage === 'waiting') await askForTimeOut(tx, directory, report.id, event, world.now())
    return done(event)
  })
}

type Unknown = 'office_unknown' | 'person_unknown' | 'other_report_unknown'

async function namesSomethingUnknown(tx: Tx, directory: Directory, move: Move): Promise<Unknown | null> {
  if (move.act === 'take_in_charge' && move.office !== null) {
    if (!directory.offices.get(move.office)?.active) return 'office_unknown'
    if (move.person !== null && !(await worksInOffice(tx, move.person, move.office))) return 'person_unknown'
  }
  if (move.act !== 'decline' || move.duplicateOf === null) return null
  return (await readReport(tx, move.duplicateOf)) ? null : 'other_report_unknown'
}

async function askForTimeOut(tx: Tx, directory: Directory, report: ReportId, event: EventId, now: Date): Promise<void> {
  const after = new Date(now.getTime() + directory.tenant.settings.waitingDays * 86_400_000)
  await tx.later('waiting.time-out', { tenant: tx.tenant, report, event }, { after })
}
