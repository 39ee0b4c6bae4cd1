import { sql } from 'kysely'
import type { Membership } from '#domain/people/actor.ts'
import type { AccountId, Id, OfficeId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type Account = { readonly id: AccountId; readonly email: string; readonly name: string }

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
    .select(['id', 'email', 'name', 'password_hash'])
    .executeTakeFirst()
  return row ? { id: row.id, email: row.email, name: row.name, passwordHash: row.password_hash } : null
}

/** An account by its id, with what it signs in by. */
export async function readAccount(
  { db }: Reader,
  id: AccountId,
): Promise<(Account & { readonly passwordHash: string | null }) | null> {
  const row = await db
    .selectFrom('account')
    .where('account.id', '=', id)
    .select(['id', 'email', 'name', 'password_hash'])
    .executeTakeFirst()
  return row ? { id: row.id, email: row.email, name: row.name, passwordHash: row.password_hash } : null
}

/** What people are called, by their accounts. */
export async function namesOfAccounts({ db }: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .where('account.id', 'in', [...new Set(ids)] as AccountId[])
    .select(['account.id', 'account.name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Gives a person a role in the body; one that they hold already stays. */
export async function insertMembership(
  tx: Tx,
  id: Id<'membership'>,
  account: AccountId,
  { role, office }: Membership,
): Promise<void> {
  await tx.db
    .insertInto('membership')
    .values({ tenant_id: tx.tenant, id, account_id: account, role, office_id: office })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The account with this address, if it holds a role in the body. */
export async function findMember(reader: Reader, email: string): Promise<Account | null> {
  const account = await findAccount(reader, email)
  return account && (await listMemberships(reader, account.id)).length > 0 ? account : null
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

/** Tells whether the person works in the office. */
export async function worksInOffice({ db, tenant }: Reader, account: AccountId, office: OfficeId): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.account_id', '=', account)
    .where('membership.office_id', '=', office)
    .where('membership.role', 'in', ['office_manager', 'office_operator'])
    .select('membership.id')
    .executeTakeFirst()
  return row !== undefined
}

export type Worker = { readonly id: AccountId; readonly name: string }

export type Workers = ReadonlyMap<OfficeId, readonly Worker[]>

/** The people who may be given a report, by the office that they work in. */
export async function listWorkers({ db, tenant }: Reader): Promise<Workers> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.role', 'in', ['office_manager', 'office_operator'])
    .select(['account.id', 'account.name', 'membership.office_id'])
    .orderBy('account.name')
    .execute()
  const workers = new Map<OfficeId, readonly Worker[]>()
  for (const { id, name, office_id } of rows) {
    if (office_id) workers.set(office_id, [...(workers.get(office_id) ?? []), { id, name }])
  }
  return workers
}

/** Somebody who may write down what others say; the desk does so most. */
export type Recorder = Worker & { readonly desk: boolean }

/** Who may write down what others say, by name; whoever may twice is one person. */
export async function listRecorders({ db, tenant }: Reader): Promise<readonly Recorder[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.role', 'in', ['desk', 'office_manager', 'office_operator'])
    .select(['account.id', 'account.name', sql<boolean>`bool_or(membership.role = 'desk')`.as('desk')])
    .groupBy(['account.id', 'account.name'])
    .orderBy('account.name')
    .execute()
}

/** Keeps the hash of an invitation, and which body gave it. */
export async function insertPasswordToken(tx: Tx, tokenHash: string, account: AccountId, expiresAt: Date): Promise<void> {
  await tx.db
    .insertInto('password_token')
    .values({ token_hash: tokenHash, account_id: account, expires_at: expiresAt, tenant_id: tx.tenant })
    .execute()
}

/** Uses an invitation up: it is gone, and tells whose it was if it still counted; with it go the other invitations of that person. */
export async function takePasswordToken(tx: Tx, tokenHash: string, now: Date): Promise<AccountId | null> {
  const row = await tx.db
    .deleteFrom('password_token')
    .where('password_token.token_hash', '=', tokenHash)
    .where('password_token.expires_at', '>', now)
    .returning('password_token.account_id')
    .executeTakeFirst()
  if (!row) return null
  await tx.db.deleteFrom('password_token').where('password_token.account_id', '=', row.account_id).execute()
  return row.account_id
}

/** Takes back what this body gave a person to set their password with. */
export async function withdrawPasswordTokens(tx: Tx, account: AccountId): Promise<void> {
  await tx.db
    .deleteFrom('password_token')
    .where('password_token.account_id', '=', account)
    .where('password_token.tenant_id', '=', tx.tenant)
    .execute()
}

export async function savePassword(tx: Tx, account: AccountId, passwordHash: string): Promise<void> {
  await tx.db.updateTable('account').where('account.id', '=', account).set({ password_hash: passwordHash }).execute()
}

/** Takes one role of the body from a person. */
export async function deleteMembership(tx: Tx, account: AccountId, { role, office }: Membership): Promise<void> {
  await tx.db
    .deleteFrom('membership')
    .where('membership.tenant_id', '=', tx.tenant)
    .where('membership.account_id', '=', account)
    .where('membership.role', '=', role)
    .where('membership.office_id', office === null ? 'is' : '=', office)
    .execute()
}

/** Who administers the body. */
export async function listAdministrators({ db, tenant }: Reader): Promise<readonly AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.role', '=', 'administrator')
    .select('membership.account_id')
    .execute()
  return rows.map(({ account_id }) => account_id)
}

/** Somebody who works in an office, as letters reach them. */
export type OfficeStaff = { readonly id: AccountId; readonly name: string; readonly email: string; readonly manages: boolean }

/** Everybody who works in an office, by name; somebody who does so twice is one person. */
export async function listOfficeStaff({ db, tenant }: Reader, office: OfficeId): Promise<readonly OfficeStaff[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.office_id', '=', office)
    .where('membership.role', 'in', ['office_manager', 'office_operator'])
    .select(({ fn }) => ['account.id', 'account.name', 'account.email', fn.min('membership.role').as('role')])
    .groupBy(['account.id', 'account.name', 'account.email'])
    .orderBy('account.name')
    .execute()
  return rows.map(({ role, ...person }) => ({ ...person, manages: role === 'office_manager' }))
}
