import { isEmail } from '#domain/reports/submission.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Locale } from '#domain/shared/words.ts'
import { lockDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** The link by which a draft is gone on with, on whatever device, goes to the address that is written in it; where none is, nothing goes. */
export async function sendDraftLink(
  world: World,
  tenant: TenantId,
  draft: DraftId,
  email: string,
  locale: Locale,
): Promise<Result<null, 'email_wrong' | 'draft_gone'>> {
  if (!isEmail(email.trim())) return refuse('email_wrong')
  return world.transaction(tenant, async (tx) => {
    if (!(await lockDraft(tx, draft))) return refuse('draft_gone')
    await tx.later('mail.draft', { tenant, draft, locale })
    return done(null)
  })
}
