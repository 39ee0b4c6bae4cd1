import type { Author } from '#domain/people/actor.ts'
import { decideRating, type RateRefusal } from '#domain/reports/satisfaction.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type RateReport = Asked & { readonly by: Author; readonly stars: number; readonly text: string }

export type RateReportRefusal = RateRefusal | ConflictRefusal

/** The author says how it went with a report that was answered; the words go to the conversation, the stars to the figures. */
export async function rateReport(world: World, tenant: TenantId, ask: RateReport): Promise<Result<EventId, RateReportRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<RateRefusal>(world, tx, ask, (before) => {
      const decided = decideRating(before, ask.by, ask)
      if (!decided.ok) return decided
      const { report, text } = decided.value
      return done({
        report,
        event: { kind: 'rated', detail: { stars: ask.stars } },
        words: text === '' ? null : { kind: 'citizen', text },
      })
    }),
  )
}
