import { decideReply, type ReplyRefusal } from '#domain/reports/desk-changes.ts'
import type { EventId, MessageId, TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { sendEnclosed } from '#server/storage/enclosures.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import type { World } from '#server/world.ts'

export type WriteReply = Asked & {
  readonly text: string
  /** The proposed reply that it was made of. */
  readonly proposal?: MessageId | null
}

export type WriteReplyRefusal = ReplyRefusal | ConflictRefusal

/** A reply in the body's name that leaves the report open; the author is told by mail. */
export async function writeReply(world: World, tenant: TenantId, ask: WriteReply): Promise<Result<EventId, WriteReplyRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx) => {
    const written = await changeReport<ReplyRefusal>(world, tx, ask, (report) => {
      const rules = moveRules(directory, report, world.now())
      const decided = decideReply(report, ask.text, ask.by, rules, world.now())
      return decided.ok ? done({ ...decided.value, proposal: ask.proposal ?? null }) : decided
    })
    const { report, by } = ask
    if (written.ok && by.kind === 'staff') await sendEnclosed(tx, { report, account: by.account, form: 'reply' }, written.value)
    return written
  })
}
