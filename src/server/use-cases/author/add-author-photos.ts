import type { Author } from '#domain/people/actor.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, insertAttachment, listReportAttachments } from '#server/storage/attachments.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

/** How many photos an author may add at once, and how many a report may have in all. */
export const authorPhotos = { atOnce: 3, inAll: 20 } as const

/** Photos whose bytes are stored already. */
export type AddAuthorPhotos = Asked & { readonly by: Author; readonly photos: readonly Attachment[] }

export type AddAuthorPhotosRefusal = MayRefusal | ConflictRefusal | 'photos_missing' | 'photos_at_once' | 'too_many_photos'

/** The author adds photos to an open report; nobody else sees them before the desk has approved them. */
export async function addAuthorPhotos(
  world: World,
  tenant: TenantId,
  ask: AddAuthorPhotos,
): Promise<Result<EventId, AddAuthorPhotosRefusal>> {
  const pictures = ask.photos.length
  return world.transaction(tenant, (tx) =>
    changeReport<Exclude<AddAuthorPhotosRefusal, ConflictRefusal>>(world, tx, ask, async (report) => {
      const allowed = may(ask.by, 'add_photo', report)
      if (!allowed.ok) return allowed
      if (pictures === 0) return refuse('photos_missing')
      if (pictures > authorPhotos.atOnce) return refuse('photos_at_once')
      const there = await listReportAttachments(tx, report.id)
      if (there.filter(({ kind }) => kind === 'photo').length + pictures > authorPhotos.inAll) return refuse('too_many_photos')
      const next = 1 + Math.max(-1, ...there.map(({ position }) => position))
      for (const [index, photo] of ask.photos.entries()) {
        await insertAttachment(tx, { ...photo, report: report.id, draft: null, moderation: 'pending', position: next + index })
      }
      return done({ report, event: { kind: 'photo_added', detail: { pictures } }, words: null })
    }),
  )
}
