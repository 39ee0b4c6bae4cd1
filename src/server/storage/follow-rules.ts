import { decideMove } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { Routed } from '#domain/routing/route-report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { AccountId, Id, ReportId } from '#domain/shared/id.ts'
import { recordChange } from './changes.ts'
import type { Tx } from './database.ts'
import type { Directory } from './directory.ts'
import { addEvent } from './events.ts'
import { moveRules } from './move-rules.ts'
import { changeObservers, lockReport } from './reports.ts'
import { whoGets } from './who-gets.ts'
import { leastLoaded, worksInOffice } from './workers.ts'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** Lets those observe whom the rules name, and writes down which rules were applied to a new report and what they advise. */
export async function tellRules(world: Maker, tx: Tx, report: Report, { rules, template, referral }: Routed): Promise<void> {
  await changeObservers(tx, report.id, report.observers, [])
  if (rules.length === 0) return
  await addEvent(tx, {
    id: world.newId<'event'>(),
    report: report.id,
    kind: 'rules_applied',
    version: report.version,
    at: world.now(),
    actor: { kind: 'system' },
    detail: { rules, ...(template && { template }), ...(referral && { referral }) },
  })
}

/** Whom the rules name takes the report in charge at once; where they are absent, whoever stands in, and where nobody is there, nobody. */
export async function takeInCharge(world: Maker, tx: Tx, directory: Directory, id: ReportId, routed: Routed): Promise<void> {
  const report = routed.person === null ? null : await lockReport(tx, id)
  if (report === null) return
  const today = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  const named = await whoIsNamed(tx, routed, today)
  if (named === null) return
  const { office } = routed
  const move = { act: 'take_in_charge', office, ...(await whoGets(tx, { office, person: named }, today)) } as const
  const decided = decideMove(report, move, { kind: 'system' }, moveRules(directory, report, world.now()), world.now())
  if (decided.ok) await recordChange(world, tx, decided.value, { kind: 'system' }, report.channel)
}

async function whoIsNamed(tx: Tx, { office, person }: Routed, today: string): Promise<AccountId | null> {
  if (person === null || person === 'least_loaded') return leastLoaded(tx, office, today)
  return (await worksInOffice(tx, person, office)) ? person : null
}
