import type { Actor } from '#domain/people/actor.ts'
import type { EventActor } from '#domain/reports/event.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, insertAttachment, listReportAttachments } from '#server/storage/attachments.ts'
import { recordChange } from '#server/storage/changes.ts'
import { readEvent } from '#server/storage/events.ts'
import { lockReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** A stored picture that a program named by its address when the event happened. */
export type AttachRemotePhoto = { readonly report: ReportId; readonly event: EventId; readonly photo: Attachment }

export type AttachRemotePhotoRefusal = 'no_such_report' | 'already_there'

/** A fetched picture joins its report once, in the name of whoever named it, and waits for the desk's approval like any other. */
export async function attachRemotePhoto(
  world: World,
  tenant: TenantId,
  ask: AttachRemotePhoto,
): Promise<Result<null, AttachRemotePhotoRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, AttachRemotePhotoRefusal>> => {
    const report = await lockReport(tx, ask.report)
    const named = await readEvent(tx, ask.event)
    if (!report || !named) return refuse('no_such_report')
    const attachments = await listReportAttachments(tx, report.id)
    if (attachments.some(({ sourceUrl }) => sourceUrl === ask.photo.sourceUrl)) return refuse('already_there')
    await insertAttachment(tx, { ...ask.photo, report: report.id })
    const event = { kind: 'photo_added', detail: { pictures: 1 } } as const
    await recordChange(world, tx, { report, event, words: null }, actorOf(named.actor, report.id), report.channel)
    return done(null)
  })
}

function actorOf(actor: EventActor, report: ReportId): Actor {
  switch (actor.kind) {
    case 'machine':
      return { kind: 'machine', key: actor.key, scopes: [] }
    case 'author':
      return { kind: 'author', report }
    default:
      return { kind: 'system' }
  }
}
