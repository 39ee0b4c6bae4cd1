import type { AttachmentId, DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { deleteAttachment, readAttachment, storedKeys } from '#server/storage/attachments.ts'
import { touchDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

export type RemoveDraftFileRefusal = 'file_gone'

/** A photo or document is taken out of the draft that it belongs to, and its bytes go with it. */
export async function removeDraftFile(
  world: World,
  tenant: TenantId,
  ask: { readonly draft: DraftId; readonly file: AttachmentId },
): Promise<Result<null, RemoveDraftFileRefusal>> {
  const removed = await world.transaction(tenant, async (tx) => {
    const attachment = await readAttachment(tx, ask.file)
    if (attachment?.draft !== ask.draft) return refuse('file_gone')
    await deleteAttachment(tx, ask.file)
    await touchDraft(tx, ask.draft, world.now())
    return done(attachment)
  })
  if (!removed.ok) return removed
  for (const key of storedKeys(removed.value)) await world.files.remove(key)
  return done(null)
}
