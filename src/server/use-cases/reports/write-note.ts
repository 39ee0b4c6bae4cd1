import { decideNote, type NoteRefusal } from '#domain/reports/desk-changes.ts'
import type { AccountId, EventId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { listColleagues } from '#server/storage/mentions.ts'
import type { World } from '#server/world.ts'

export type WriteNote = Asked & {
  readonly text: string
  /** Colleagues who are told of it, and may read the report from then on. */
  readonly mentions?: readonly AccountId[]
}

type Refusal = NoteRefusal | 'colleague_unknown'

export type WriteNoteRefusal = Refusal | ConflictRefusal

/** A note is for staff alone, and needs no look at what changed meanwhile. */
export async function writeNote(world: World, tenant: TenantId, ask: WriteNote): Promise<Result<EventId, WriteNoteRefusal>> {
  const { text, mentions = [] } = ask
  return world.transaction(tenant, async (tx) => {
    const colleagues = mentions.length > 0 ? await listColleagues(tx) : []
    if (!mentions.every((one) => colleagues.some(({ id }) => id === one))) return refuse('colleague_unknown')
    return changeReport<Refusal>(world, tx, ask, (report) => decideNote(report, { text, mentions }, ask.by))
  })
}
