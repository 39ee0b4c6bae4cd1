import { decideProposal, type ProposeRefusal } from '#domain/reports/desk-changes.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type ProposeReply = Asked & { readonly text: string }

export type ProposeReplyRefusal = ProposeRefusal | ConflictRefusal

/** A reply for whoever may reply to look at and use; until then it is a note among staff. */
export async function proposeReply(
  world: World,
  tenant: TenantId,
  ask: ProposeReply,
): Promise<Result<EventId, ProposeReplyRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<ProposeRefusal>(world, tx, ask, (report) => decideProposal(report, ask.text, ask.by)),
  )
}
