import type { Citizen } from '#domain/citizens/citizen.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { addressDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** What whoever is signed in saves is in their area from then on, and no letter is needed. */
export async function keepDraft(
  world: World,
  tenant: TenantId,
  draft: DraftId,
  { email }: Pick<Citizen, 'email'>,
): Promise<Result<null, 'draft_gone'>> {
  return world.transaction(tenant, async (tx) =>
    (await addressDraft(tx, draft, email, world.now())) ? done(null) : refuse('draft_gone'),
  )
}
