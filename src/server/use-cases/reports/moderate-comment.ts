import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { EventId, MessageId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { moderateMessage, readMessage } from '#server/storage/messages.ts'
import type { World } from '#server/world.ts'

export type ModerateComment = Asked & { readonly comment: MessageId; readonly moderation: Moderation }

export type ModerateCommentRefusal = MayRefusal | ConflictRefusal | 'no_such_comment'

/** Shows a comment to everyone who reads the public report, or to neither them nor the author (product design §3, moderation). */
export async function moderateComment(
  world: World,
  tenant: TenantId,
  ask: ModerateComment,
): Promise<Result<EventId, ModerateCommentRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<MayRefusal | 'no_such_comment'>(world, tx, ask, async (report) => {
      const allowed = may(ask.by, 'moderate', report)
      if (!allowed.ok) return allowed
      const comment = await readMessage(tx, ask.comment)
      if (comment?.report !== report.id || comment.kind !== 'comment') return refuse('no_such_comment')
      await moderateMessage(tx, ask.comment, ask.moderation)
      return done({ report, event: { kind: 'comment_moderated', detail: { moderation: ask.moderation } }, words: null })
    }),
  )
}
