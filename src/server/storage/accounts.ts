import type { Membership } from '#domain/people/actor.ts'
import { withDeskOffice } from '#domain/people/staffing.ts'
import type { AccountId, Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import { readDeskOffice } from './offices.ts'

export type Account = { readonly id: AccountId; readonly email: string; readonly name: string }

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/**
 * The account with this address, made where there is none: one person has one on the installation, whatever the bodies, and keeps
 * the name and password that are there. Whoever has no password yet sets it by an invitation.
 */
export async function findOrAddAccount(
  world: Maker,
  tx: Tx,
  person: { readonly email: string; readonly name: string; readonly passwordHash: string | null },
): Promise<AccountId> {
  const known = await findAccount(tx, person.email)
  if (known) return known.id
  const id = world.newId<'account'>()
  const { email, name, passwordHash } = person
  const made = { created_at: world.now(), name_keeper_id: tx.tenant }
  await tx.db
    .insertInto('account')
    .values({ id, email, name, password_hash: passwordHash, ...made })
    .execute()
  return id
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

/** Tells whether the body keeps the person's name: it made the account. */
export async function keepsName({ db, tenant }: Reader, account: AccountId): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .where('account.id', '=', account)
    .where('account.name_keeper_id', '=', tenant)
    .select('account.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Corrects the name of a person, where the body keeps it. */
export async function saveName(tx: Tx, account: AccountId, name: string): Promise<void> {
  await tx.db
    .updateTable('account')
    .where('account.id', '=', account)
    .where('account.name_keeper_id', '=', tx.tenant)
    .set({ name })
    .execute()
}

/** The account with this address, if it holds a role in the body. */
export async function findMember(reader: Reader, email: string): Promise<Account | null> {
  const account = await findAccount(reader, email)
  return account && (await listMemberships(reader, account.id)).length > 0 ? account : null
}

/** The roles that a person was given in the body, as the settings keep them. */
export async function listHeldRoles({ db, tenant }: Reader, account: AccountId): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.account_id', '=', account)
    .select(['role', 'office_id'])
    .execute()
  return rows.map(({ role, office_id }) => ({ role, office: office_id }))
}

/** What a person may act by in the body: the roles that they hold, and with the desk's role its office. */
export async function listMemberships(reader: Reader, account: AccountId): Promise<readonly Membership[]> {
  const held = await listHeldRoles(reader, account)
  return held.some(({ role }) => role === 'desk') ? withDeskOffice(held, await readDeskOffice(reader)) : held
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
