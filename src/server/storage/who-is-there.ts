import type { Move } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { Tx } from './database.ts'
import { whoGets } from './who-gets.ts'
import { worksInOffice } from './workers.ts'

/**
 * A move as it is made today: what is meant for somebody who is absent goes to whoever stands in, or to the office; a report that is
 * reopened goes back to the person who had it while they still work there.
 */
export async function forWhoIsThere(tx: Tx, report: Report, move: Move, today: string): Promise<Move> {
  if (move.act === 'take_in_charge') {
    if (move.office === null || move.person === null) return move
    return { ...move, ...(await whoGets(tx, { office: move.office, person: move.person }, today)) }
  }
  const { ownerOffice: office, ownerPerson: person } = report
  if (move.act !== 'reopen' || office === null || person === null) return move
  return (await worksInOffice(tx, person, office)) ? { ...move, ...(await whoGets(tx, { office, person }, today)) } : move
}
