import type { Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type KnownAuthor, searchAuthors } from '#server/storage/author-search.ts'
import { insertContactLook } from '#server/storage/contact-looks.ts'
import type { World } from '#server/world.ts'

export type FindAuthorsRefusal = 'not_yours' | 'search_too_short'

const shortest = 3

/** Finds who wrote before, for somebody who writes for others: by address, telephone or surname. Each one shown is a look at contacts. */
export async function findAuthors(
  world: World,
  tenant: TenantId,
  ask: { readonly text: string; readonly by: Staff },
): Promise<Result<readonly KnownAuthor[], FindAuthorsRefusal>> {
  if (!mayDo(ask.by, 'record_for_others')) return refuse('not_yours')
  if (ask.text.trim().length < shortest) return refuse('search_too_short')
  return world.transaction(tenant, async (tx) => {
    const found = await searchAuthors(tx, ask.by, ask.text)
    for (const { report } of found) {
      const look = {
        id: world.newId<'contact-look'>(),
        report,
        account: ask.by.account,
        what: 'contacts',
        at: world.now(),
      } as const
      await insertContactLook(tx, look)
    }
    return done(found)
  })
}
