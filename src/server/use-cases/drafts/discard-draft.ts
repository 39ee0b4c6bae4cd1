import type { Citizen } from '#domain/citizens/citizen.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, listDraftAttachments, storedKeys } from '#server/storage/attachments.ts'
import type { Tx } from '#server/storage/database.ts'
import { deleteDraft, readDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** A draft that its author gives up is gone at once, with its photos and documents. */
export async function discardDraft(world: World, tenant: TenantId, draft: DraftId): Promise<void> {
  await removeBytes(world, await world.transaction(tenant, (tx) => remove(tx, draft)))
}

/** The same of somebody's own, by whoever has shown that its address is theirs; another's stays. */
export async function discardOwnDraft(
  world: World,
  tenant: TenantId,
  draft: DraftId,
  { email }: Pick<Citizen, 'email'>,
): Promise<Result<null, 'draft_gone'>> {
  const files = await world.transaction(tenant, async (tx) =>
    (await readDraft(tx, draft))?.email === email ? remove(tx, draft) : null,
  )
  if (files === null) return refuse('draft_gone')
  await removeBytes(world, files)
  return done(null)
}

async function remove(tx: Tx, draft: DraftId): Promise<readonly Attachment[]> {
  const attached = await listDraftAttachments(tx, draft)
  await deleteDraft(tx, draft)
  return attached
}

async function removeBytes(world: World, files: readonly Attachment[]): Promise<void> {
  for (const key of files.flatMap(storedKeys)) await world.files.remove(key)
}
