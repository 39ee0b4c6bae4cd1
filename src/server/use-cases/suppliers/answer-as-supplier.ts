import type { EventId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import {
  type ActRefusal,
  decideSupplierAct,
  type SupplierAct,
  type SupplierLinkId,
  supplierActor,
} from '#domain/suppliers/supplier-link.ts'
import { type Attachment, insertAttachment, listReportAttachments } from '#server/storage/attachments.ts'
import { type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import { readEvent } from '#server/storage/events.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { lockReport, readReport } from '#server/storage/reports.ts'
import { changeSupplierLink, readSupplierLink } from '#server/storage/supplier-links.ts'
import type { World } from '#server/world.ts'

/** What somebody outside says by their link; the bytes of their photos are stored already. */
export type AnswerAsSupplier = {
  readonly link: SupplierLinkId
  readonly say: SupplierAct
  readonly photos: readonly Attachment[]
}

export type AnswerAsSupplierRefusal = ActRefusal | ConflictRefusal | 'no_such_link'

/** Somebody outside accepts the work, refuses it, or says that it is done; whoever has the report sees it among what there is to do. */
export async function answerAsSupplier(
  world: World,
  tenant: TenantId,
  ask: AnswerAsSupplier,
): Promise<Result<EventId, AnswerAsSupplierRefusal>> {
  return world.transaction<Result<EventId, AnswerAsSupplierRefusal>>(tenant, async (tx) => {
    const found = await readSupplierLink(tx, ask.link)
    const held = found && (await lockReport(tx, found.report))
    // Read again under the lock: two who hold the same link answer one after the other.
    const link = held && (await readSupplierLink(tx, ask.link))
    if (!held || !link) return refuse('no_such_link')
    const decided = decideSupplierAct(link, held, ask.say, world.now())
    if (!decided.ok) return decided
    await changeSupplierLink(tx, link.id, { state: decided.value.state, state_at: world.now() })
    const asked = { report: held.id, by: supplierActor(link), seenVersion: null }
    const answered = await changeReport<ActRefusal>(world, tx, asked, () => decided)
    if (answered.ok && ask.photos.length > 0) await hang(tx, answered.value, ask.photos)
    return answered
  })
}

/** The pictures go with the words, to those who work on the report alone. */
async function hang(tx: Tx, id: EventId, photos: readonly Attachment[]): Promise<void> {
  const event = await readEvent(tx, id)
  if (!event) return
  const there = await listReportAttachments(tx, event.report)
  const next = 1 + Math.max(-1, ...there.map(({ position }) => position))
  const belonging = { report: event.report, draft: null, message: event.detail.message ?? null, fromAuthor: false } as const
  for (const [at, photo] of photos.entries())
    await insertAttachment(tx, { ...photo, ...belonging, moderation: 'rejected', position: next + at })
  const report = await readReport(tx, event.report)
  if (report) await refreshInbox(tx, report)
}
