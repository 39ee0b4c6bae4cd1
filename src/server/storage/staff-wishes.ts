import type { NoticeWishes } from '#domain/conversations/notice.ts'
import type { AccountId } from '#domain/shared/id.ts'
import type { Locale } from '#domain/shared/words.ts'
import type { Reader, Tx } from './database.ts'

/** Of what somebody wants a mail at once, and in which language; null is the body's own. */
export type StaffWishes = { readonly mail: NoticeWishes; readonly locale: Locale | null }

/** What those of the people said for themselves who said anything. */
export async function readStaffWishes(
  { db, tenant }: Reader,
  people: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, StaffWishes>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff_wish')
    .where('staff_wish.tenant_id', '=', tenant)
    .where('staff_wish.account_id', 'in', people)
    .select(['staff_wish.account_id', 'staff_wish.mail', 'staff_wish.locale'])
    .execute()
  return new Map(rows.map(({ account_id, mail, locale }) => [account_id, { mail, locale }]))
}

/** Keeps what somebody said for themselves, whole. */
export async function saveStaffWishes({ db, tenant }: Tx, account: AccountId, { mail, locale }: StaffWishes): Promise<void> {
  const wishes = { mail: JSON.stringify(mail), locale }
  await db
    .insertInto('staff_wish')
    .values({ tenant_id: tenant, account_id: account, ...wishes })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(wishes))
    .execute()
}
