import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type AnyContent, saveDraftContent } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

export type SaveDraftRefusal = 'draft_gone'

/** What was typed is kept as it is, right or wrong, until the draft is sent, given up or forgotten. */
export async function saveDraft(
  world: World,
  tenant: TenantId,
  draft: DraftId,
  content: AnyContent,
): Promise<Result<null, SaveDraftRefusal>> {
  return world.transaction(tenant, async (tx) => {
    const saved = await saveDraftContent(tx, draft, content, world.now())
    return saved ? done(null) : refuse('draft_gone')
  })
}
