import { isGraver, noticeTerms } from '#domain/clocks/term-notice.ts'
import type { EventKind } from '#domain/reports/event.ts'
import type { TermNotice } from '#domain/reports/report.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { recordChange } from '#server/storage/changes.ts'
import { listEvents } from '#server/storage/events.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { lockReport } from '#server/storage/reports.ts'
import { lookAtTerms, saveTermNotice } from '#server/storage/terms.ts'
import type { World } from '#server/world.ts'

const eventOf: Readonly<Record<Exclude<TermNotice, 'none'>, EventKind>> = {
  warned: 'term_warned',
  late: 'term_late',
  very_late: 'term_very_late',
}

/**
 * Looks at a report's terms: what has become graver is an event, and whoever has the report, or who manages them, is told once; what
 * has become better since a term moved or runs again is noted without one. Says when to look again.
 */
export async function noticeReportTerms(world: World, tenant: TenantId, id: ReportId): Promise<EventId | null> {
  const { calendar } = (await world.directories.of(tenant)).tenant.settings
  return world.transaction(tenant, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return null
    const found = noticeTerms(report, await listEvents(tx, id), calendar, world.now())
    await lookAtTerms(tx, id, found.nextAt)
    if (found.notice === report.termNotice) return null
    const noticed = { ...report, termNotice: found.notice }
    if (found.notice === 'none' || !isGraver(found.notice, report.termNotice)) {
      await saveTermNotice(tx, id, found.notice)
      await refreshInbox(tx, noticed)
      return null
    }
    const event = { kind: eventOf[found.notice], detail: { term: found.term } } as const
    return recordChange(world, tx, { report: noticed, event, words: null }, { kind: 'system' }, report.channel)
  })
}
