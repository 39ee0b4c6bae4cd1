import { randomBytes } from 'node:crypto'
import type { FaqId } from '#domain/faqs/faq.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashUnder } from '#server/gateways/secrets.ts'
import { type FaqHelp, replaceHelp } from '#server/storage/faq-help.ts'
import { isShown } from '#server/storage/faqs.ts'
import { saltOf } from '#server/storage/ratings.ts'
import type { World } from '#server/world.ts'

/** What somebody says of an answer, and from where it comes: nothing of the latter is kept. */
export type CountFaqHelp = {
  readonly faq: FaqId
  readonly said: keyof FaqHelp
  readonly address: string
  readonly agent: string
}

/**
 * Whoever reads an answer says whether it helped. A browser is counted once a day for a question, by what it says last, and is
 * recognised as whoever rates is (docs/decisions/0022-ratings.md). Refused where the question is shown to nobody.
 */
export async function countFaqHelp(world: World, tenant: TenantId, ask: CountFaqHelp): Promise<Result<null, 'no_such_faq'>> {
  const { faq, said, address, agent } = ask
  const { calendar } = (await world.directories.of(tenant)).tenant.settings
  const day = civilDate(world.now(), calendar.zone)
  return world.transaction(tenant, async (tx) => {
    if (!(await isShown(tx, faq))) return refuse('no_such_faq')
    const salt = await saltOf(tx, day, randomBytes(32))
    await replaceHelp(tx, { faq, day, teller: hashUnder(salt, faq, address, agent), said })
    return done(null)
  })
}
