import { isVisible, policyFor } from '#domain/reports/visibility.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { readCategories } from '#server/storage/categories.ts'
import { recordChange } from '#server/storage/changes.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { lockReport } from '#server/storage/reports.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import type { World } from '#server/world.ts'

/** Shows a report to everyone, or no longer, once the body or its category publishes otherwise; the desk is asked to look where it has to. */
export async function republishReport(world: World, tenant: TenantId, id: ReportId): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const report = await lockReport(tx, id)
    const body = await bodyStore.read(tx, tenant)
    const category = (await readCategories(tx)).find((one) => one.id === report?.category)
    if (!report || !body || !category) return
    const visible = isVisible(report, policyFor(category, body.publication))
    if (visible === report.visible) return refreshInbox(tx, report)
    const event = { kind: 'moderated', detail: { moderation: report.moderation, visible } } as const
    await recordChange(world, tx, { report: { ...report, visible }, event, words: null }, { kind: 'system' }, 'web')
  })
}
