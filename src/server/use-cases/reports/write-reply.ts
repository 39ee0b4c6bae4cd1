import { decideWriting, type WriteRefusal } from '#domain/reports/desk-changes.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type WriteReply = Asked & { readonly text: string }

export type WriteReplyRefusal = WriteRefusal | ConflictRefusal

/** A reply in the body's name that leaves the report open; the author is told by mail. */
export async function writeReply(world: World, tenant: TenantId, ask: WriteReply): Promise<Result<EventId, WriteReplyRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<WriteRefusal>(world, tx, ask, (report) =>
      decideWriting(report, { kind: 'reply', text: ask.text }, ask.by, world.now()),
    ),
  )
}
