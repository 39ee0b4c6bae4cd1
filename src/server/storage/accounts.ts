import type { Membership } from '#domain/people/actor.ts'
import type { AccountId, Id, OfficeId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type Account = { readonly id: AccountId; readonly email: string; readonly name: string; readonly active: boolean }

/** Writes an account; whoever has no password yet sets it by an invitation. */
export async function insertAccount(tx: Tx, account: Account, passwordHash: string | null, now: Date): Promise<void> {
  await tx.db
    .insertInto('account')
    .values({ ...account, password_hash: passwordHash, created_at: now })
    .execute()
}

/** The account with this address, with what it signs in by. */
export async function findAccount(
  { db }: Reader,
  email: string,
): Promise<(Account & { readonly passwordHash: string | null }) | null> {
  const row = await db
    .selectFrom('account')
    .where('account.email', '=', email.toLowerCase())
    .select(['id', 'email', 'name', 'active', 'password_hash'])
    .executeTakeFirst()
  return row ? { id: row.id, email: row.email, name: row.name, active: row.active, passwordHash: row.password_hash } : null
}

/** Gives a person a role in the body. */
export async function insertMembership(
  tx: Tx,
  id: Id<'membership'>,
  account: AccountId,
  { role, office }: Membership,
): Promise<void> {
  await tx.db
    .insertInto('membership')
    .values({ tenant_id: tx.tenant, id, account_id: account, role, office_id: office })
    .execute()
}

/** The roles that a person holds in the body. */
export async function listMemberships({ db, tenant }: Reader, account: AccountId): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.account_id', '=', account)
    .select(['role', 'office_id'])
    .execute()
  return rows.map(({ role, office_id }) => ({ role, office: office_id }))
}

/** Tells whether an active person works in the office. */
export async function worksInOffice({ db, tenant }: Reader, account: AccountId, office: OfficeId): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.account_id', '=', account)
    .where('membership.office_id', '=', office)
    .where('account.active', '=', true)
    .select('membership.id')
    .executeTakeFirst()
  return row !== undefined
}
