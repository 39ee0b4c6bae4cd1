import { randomUUID } from 'node:crypto'
import type { Citizen } from '#domain/citizens/citizen.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { hashToken, randomToken } from '#server/gateways/secrets.ts'
import { type AnyContent, insertDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** What the person's browser keeps: the token opens the draft; the id, later, the confirmation of what was sent. */
export type StartedDraft = { readonly id: DraftId; readonly token: string }

/**
 * A draft begins with whatever is known; its id is all random, because it is the key of the confirmation page. That of whoever is
 * signed in is found in their area from the beginning.
 */
export async function startDraft(
  world: World,
  tenant: TenantId,
  content: AnyContent,
  citizen: Pick<Citizen, 'email'> | null = null,
): Promise<StartedDraft> {
  const id = randomUUID() as string as DraftId
  const token = randomToken()
  const draft = { id, content, updatedAt: world.now(), email: citizen?.email ?? null }
  await world.transaction(tenant, (tx) => insertDraft(tx, draft, hashToken(token)))
  return { id, token }
}
