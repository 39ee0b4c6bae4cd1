import type { RefusedMedia } from '#domain/reports/event.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { recordChange } from '#server/storage/changes.ts'
import { listEvents } from '#server/storage/events.ts'
import { lockReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** The history says once that a picture was named and why it was not taken, so that the desk does not wait for it. */
export async function noteRefusedMedia(
  world: World,
  tenant: TenantId,
  report: ReportId,
  media: RefusedMedia,
): Promise<Result<null, 'no_such_report' | 'already_there'>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, 'no_such_report' | 'already_there'>> => {
    const locked = await lockReport(tx, report)
    if (!locked) return refuse('no_such_report')
    const events = await listEvents(tx, report)
    const noted = events.some(({ detail }) => detail.media?.follows === media.follows && detail.media.position === media.position)
    if (noted) return refuse('already_there')
    const event = { kind: 'media_refused', detail: { media } } as const
    await recordChange(world, tx, { report: locked, event, words: null }, { kind: 'system' }, locked.channel)
    return done(null)
  })
}
