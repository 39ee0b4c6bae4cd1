import type { Actor } from '#domain/people/actor.ts'
import type { Channel } from '#domain/reports/kind.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId, Id, ReportId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Change, recordChange } from './changes.ts'
import type { Tx } from './database.ts'
import { lockReport, readReport } from './reports.ts'

/** Which report somebody wants to change, who, and the version that they saw; null where they saw none. */
export type Asked = {
  readonly report: ReportId
  readonly by: Actor
  readonly seenVersion: number | null
  /** Which report they saw, where they change another one from its page. */
  readonly seen?: ReportId
  readonly channel?: Channel
}

export type ConflictRefusal = 'no_such_report' | 'old_version'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** Every change of a report goes this way: lock it, compare the version that was seen, ask the rule, write what it decided. */
export async function changeReport<Refusal extends string>(
  world: Maker,
  tx: Tx,
  asked: Asked,
  decide: (report: Report) => Result<Change, Refusal> | Promise<Result<Change, Refusal>>,
): Promise<Result<EventId, Refusal | ConflictRefusal>> {
  const report = await lockReport(tx, asked.report)
  if (!report) return refuse('no_such_report')
  if (asked.seenVersion !== null && asked.seenVersion !== (await versionSeen(tx, asked, report))) return refuse('old_version')
  const decided = await decide(report)
  if (!decided.ok) return decided
  return done(await recordChange(world, tx, decided.value, asked.by, asked.channel ?? 'web'))
}

async function versionSeen(tx: Tx, { seen }: Asked, report: Report): Promise<number | null> {
  if (seen === undefined || seen === report.id) return report.version
  return (await readReport(tx, seen))?.version ?? null
}
