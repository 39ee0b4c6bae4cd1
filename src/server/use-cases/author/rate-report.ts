import { randomUUID } from 'node:crypto'
import type { Author } from '#domain/people/actor.ts'
import { decideMove, type MoveRefusal } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import { decideRating, type RateRefusal } from '#domain/reports/satisfaction.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { EventId, Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { hashUnder } from '#server/gateways/secrets.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { holdSubject, replaceRating } from '#server/storage/ratings.ts'
import { readReport } from '#server/storage/reports.ts'
import { forWhoIsThere } from '#server/storage/who-is-there.ts'
import type { World } from '#server/world.ts'

export type RateReport = Asked & {
  readonly by: Author
  readonly stars: number
  readonly text: string
  /** It is not resolved, says its author: it is reopened as well, and the text says why. */
  readonly notResolved: boolean
}

export type RateReportRefusal = RateRefusal | MoveRefusal | ConflictRefusal

/**
 * The author says how it went with a report that was answered: the words go to the conversation, the stars to the figures of the
 * office that answered. Whoever says that it is not resolved reopens it, by the rule that lets them do so; both are done, or neither.
 */
export async function rateReport(world: World, tenant: TenantId, ask: RateReport): Promise<Result<EventId, RateReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx) => {
    const rated = await changeReport<RateRefusal>(world, tx, ask, (before) => {
      const decided = decideRating(before, ask.by, ask)
      if (!decided.ok) return decided
      const { report, text } = decided.value
      return done({
        report,
        event: { kind: 'rated', detail: { stars: ask.stars } },
        words: text === '' || ask.notResolved ? null : { kind: 'citizen', text },
      })
    })
    if (!rated.ok) return rated
    await countForOffice(world, tx, directory, ask)
    return ask.notResolved ? reopen(world, tx, directory, ask) : rated
  })
}

function reopen(world: World, tx: Tx, directory: Directory, ask: RateReport): Promise<Result<EventId, RateReportRefusal>> {
  return changeReport<MoveRefusal>(world, tx, { ...ask, seenVersion: null }, async (report) => {
    const rules = moveRules(directory, report, world.now())
    const move = await forWhoIsThere(tx, report, { act: 'reopen', text: ask.text }, rules.today)
    return decideMove(report, move, ask.by, rules, world.now())
  })
}

/** An author is known here by a hash alone: the report has what they said, and the figures do not say whose it is. */
async function countForOffice(world: World, tx: Tx, { tenant, offices }: Directory, ask: RateReport): Promise<void> {
  const report = await readReport(tx, ask.report)
  const office = report && offices.get(officeOf(report))
  if (!office) return
  const { id, name, code } = office
  const path = `/amministrazione/uffici/${code}`
  const subject = await holdSubject(tx, world.newId<'rating-subject'>(), {
    kind: 'report',
    key: id,
    path,
    title: name,
    office: id,
  })
  await replaceRating(tx, {
    id: randomUUID() as Id<'rating'>,
    subject,
    day: civilDate(world.now(), tenant.settings.calendar.zone),
    rater: hashUnder(world.secret, 'report', ask.report),
    stars: ask.stars,
    answer: null,
    detail: null,
  })
}

function officeOf({ ownerOffice, routedOffice }: Report): Report['routedOffice'] {
  return ownerOffice ?? routedOffice
}
