import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { markLead as saveMark } from '#server/storage/groups.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { lockReport, readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** What an author writes about a report of a group marks the lead, where whoever has the group looks. */
export async function markLead(world: World, tenant: TenantId, follower: ReportId): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const report = await readReport(tx, follower)
    if (!report?.lead || report.authorWaitsSince === null) return
    const lead = await lockReport(tx, report.lead)
    if (lead) await refreshInbox(tx, await saveMark(tx, lead, report.authorWaitsSince))
  })
}
