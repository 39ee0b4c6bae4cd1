import { decideWriting, type WriteRefusal } from '#domain/reports/desk-changes.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type WriteNote = Asked & { readonly text: string }

export type WriteNoteRefusal = WriteRefusal | ConflictRefusal

/** A note is for staff alone, and needs no look at what changed meanwhile. */
export async function writeNote(world: World, tenant: TenantId, ask: WriteNote): Promise<Result<EventId, WriteNoteRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<WriteRefusal>(world, tx, ask, (report) =>
      decideWriting(report, { kind: 'note', text: ask.text }, ask.by, world.now()),
    ),
  )
}
