import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashToken, randomToken, readDraftLink } from '#server/gateways/secrets.ts'
import { type DraftForm, renewDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** What the browser keeps of it, and which form goes on. */
export type ResumedDraft = { readonly id: DraftId; readonly token: string; readonly form: DraftForm }

/** Whoever has the link that was sent by mail goes on with the draft; the browser that had it before has it no more. Refused where it is not ours, or the draft is gone. */
export async function resumeDraft(world: World, tenant: TenantId, link: string): Promise<Result<ResumedDraft, 'draft_gone'>> {
  const id = readDraftLink(world.secret, tenant, link) as DraftId | null
  if (id === null) return refuse('draft_gone')
  const token = randomToken()
  return world.transaction(tenant, async (tx) => {
    const form = await renewDraft(tx, id, hashToken(token), world.now())
    return form === null ? refuse('draft_gone') : done({ id, token, form })
  })
}
