import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { AttachmentId, EventId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { moderateAttachment, readAttachment } from '#server/storage/attachments.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type ModeratePhoto = Asked & { readonly photo: AttachmentId; readonly moderation: Moderation }

export type ModeratePhotoRefusal = MayRefusal | ConflictRefusal | 'no_such_photo'

/** Shows one photo with the public report, or keeps it to those who work on it. */
export async function moderatePhoto(
  world: World,
  tenant: TenantId,
  ask: ModeratePhoto,
): Promise<Result<EventId, ModeratePhotoRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<MayRefusal | 'no_such_photo'>(world, tx, ask, async (report) => {
      const allowed = may(ask.by, 'moderate', report)
      if (!allowed.ok) return allowed
      const photo = await readAttachment(tx, ask.photo)
      // What the body sends to the author stays between the two.
      if (photo?.report !== report.id || (photo.message !== null && !photo.fromAuthor)) return refuse('no_such_photo')
      await moderateAttachment(tx, ask.photo, ask.moderation)
      return done({ report, event: { kind: 'photo_moderated', detail: { moderation: ask.moderation } }, words: null })
    }),
  )
}
