import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { listDraftAttachments, storedKeys } from '#server/storage/attachments.ts'
import { deleteDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** A draft that its author gives up is gone at once, with its photos and documents. */
export async function discardDraft(world: World, tenant: TenantId, draft: DraftId): Promise<void> {
  const files = await world.transaction(tenant, async (tx) => {
    const attached = await listDraftAttachments(tx, draft)
    await deleteDraft(tx, draft)
    return attached
  })
  for (const key of files.flatMap(storedKeys)) await world.files.remove(key)
}
