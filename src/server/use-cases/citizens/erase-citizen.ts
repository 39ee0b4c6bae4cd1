import type { Citizen } from '#domain/citizens/citizen.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { listDraftAttachments, storedKeys } from '#server/storage/attachments.ts'
import { deleteCitizen, deleteCitizenSessions } from '#server/storage/citizens.ts'
import { deleteDraft, listDraftsOf } from '#server/storage/drafts.ts'
import { deleteSignInCode } from '#server/storage/sign-in-codes.ts'
import type { World } from '#server/world.ts'

/** More than anybody writes in the week after which drafts are forgotten anyway. */
const mostDrafts = 1000

/**
 * Whoever wants nothing kept any more (GDPR, art. 17) has name, telephone and drafts with their files erased, and is signed out
 * everywhere. What was sent to the body is a document of its own, kept or erased by its own rules.
 */
export async function eraseCitizen(world: World, tenant: TenantId, { email }: Pick<Citizen, 'email'>): Promise<void> {
  const keys = await world.transaction(tenant, async (tx) => {
    await deleteCitizen(tx, email)
    await deleteSignInCode(tx, email)
    await deleteCitizenSessions(tx, email)
    const stored: string[] = []
    for (const { id } of await listDraftsOf(tx, email, mostDrafts)) {
      stored.push(...(await listDraftAttachments(tx, id)).flatMap(storedKeys))
      await deleteDraft(tx, id)
    }
    return stored
  })
  for (const key of keys) await world.files.remove(key)
}
