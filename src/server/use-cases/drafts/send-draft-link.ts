import { addressKey } from '#domain/citizens/citizen.ts'
import { isEmail } from '#domain/reports/submission.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Locale } from '#domain/shared/words.ts'
import { addressDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** A draft that is to be found again on whatever device, by whoever reads the letters of an address. */
export type SendDraftLink = { readonly draft: DraftId; readonly email: string; readonly locale: Locale }

/** One letter with link and code goes to the address, under which the draft is found from then on; where there is none, nothing goes. */
export async function sendDraftLink(
  world: World,
  tenant: TenantId,
  { draft, email, locale }: SendDraftLink,
): Promise<Result<null, 'email_missing' | 'email_wrong' | 'draft_gone'>> {
  const address = addressKey(email)
  if (address === '') return refuse('email_missing')
  if (!isEmail(address)) return refuse('email_wrong')
  return world.transaction(tenant, async (tx) => {
    if (!(await addressDraft(tx, draft, address, world.now()))) return refuse('draft_gone')
    await tx.later('mail.draft', { tenant, draft, locale })
    return done(null)
  })
}
