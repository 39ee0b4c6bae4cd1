import type { FaqId } from '#domain/faqs/faq.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { countHelp, type FaqHelp } from '#server/storage/faqs.ts'
import type { World } from '#server/world.ts'

/** Whoever reads an answer says whether it helped; it is counted, and nobody knows who said it. Refused where the question is shown to nobody. */
export async function countFaqHelp(
  world: World,
  tenant: TenantId,
  faq: FaqId,
  said: keyof FaqHelp,
): Promise<Result<null, 'no_such_faq'>> {
  return world.transaction(tenant, async (tx) => ((await countHelp(tx, faq, said)) ? done(null) : refuse('no_such_faq')))
}
