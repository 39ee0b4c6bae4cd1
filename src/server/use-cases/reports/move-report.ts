import { enclosingForms } from '#domain/conversations/enclosure.ts'
import type { Channel } from '#domain/reports/kind.ts'
import { checkDuplicate, decideMove, type Move, type MoveRefusal } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId, MessageId, ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { sendEnclosed } from '#server/storage/enclosures.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { readReport } from '#server/storage/reports.ts'
import { forWhoIsThere } from '#server/storage/who-is-there.ts'
import { worksInOffice } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

/** A move that somebody asks for, by any channel. */
export type MoveReport = Asked & {
  readonly move: Move
  readonly channel: Channel
  /** The proposed reply that the body's words were made of. */
  readonly proposal?: MessageId | null
}

export type MoveReportRefusal = MoveRefusal | ConflictRefusal | Wrong

/** Moves a report through its life: taken in charge, planned, asked, worked, answered, reopened. */
export async function moveReport(world: World, tenant: TenantId, ask: MoveReport): Promise<Result<EventId, MoveReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx) => {
    const moved = await changeReport<MoveRefusal | Wrong>(world, tx, ask, async (report) => {
      const rules = moveRules(directory, report, world.now())
      const meant = decideMove(report, ask.move, ask.by, rules, world.now())
      if (!meant.ok) return meant
      const wrong = await refersWrongly(tx, directory, report, ask.move)
      if (wrong) return refuse(wrong)
      const move = await forWhoIsThere(tx, report, ask.move, rules.today)
      const moved = decideMove(report, move, ask.by, rules, world.now())
      return moved.ok ? done({ ...moved.value, proposal: ask.proposal ?? null }) : moved
    })
    const form = enclosingForms.find((one) => one === ask.move.act)
    if (moved.ok && form && ask.by.kind === 'staff')
      await sendEnclosed(tx, { report: ask.report, account: ask.by.account, form }, moved.value)
    if (moved.ok && ask.move.act === 'ask') await askForTimeOut(tx, directory, ask.report, moved.value, world.now())
    return moved
  })
}

type Wrong = 'office_unknown' | 'person_unknown' | 'other_report_unknown' | 'other_report_follows'

async function refersWrongly(tx: Tx, directory: Directory, report: Report, move: Move): Promise<Wrong | null> {
  if (move.act === 'take_in_charge' && move.office !== null) {
    if (!directory.offices.get(move.office)?.active) return 'office_unknown'
    if (move.person !== null && !(await worksInOffice(tx, move.person, move.office))) return 'person_unknown'
  }
  if (move.act !== 'decline' || move.duplicateOf === null) return null
  const other = await readReport(tx, move.duplicateOf)
  if (!other) return 'other_report_unknown'
  const checked = checkDuplicate(report, other)
  return checked.ok ? null : checked.refusal
}

async function askForTimeOut(tx: Tx, directory: Directory, report: ReportId, event: EventId, now: Date): Promise<void> {
  const after = new Date(now.getTime() + directory.tenant.settings.waitingDays * 86_400_000)
  await tx.later('waiting.time-out', { tenant: tx.tenant, report, event }, { after })
}
