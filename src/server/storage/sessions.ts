import type { AccountId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type Session = { readonly account: AccountId; readonly seenAt: Date; readonly expiresAt: Date }

/** Begins a session; its token is with the browser alone, here lies the hash. */
export async function insertSession(tx: Tx, tokenHash: string, session: Session, now: Date): Promise<void> {
  await tx.db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_id: session.account,
      created_at: now,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** The session of a token with its person, whatever its age. */
export async function findSession(
  { db }: Reader,
  tokenHash: string,
): Promise<(Session & { readonly name: string; readonly email: string }) | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', tokenHash)
    .select(['session.account_id', 'session.seen_at', 'session.expires_at', 'account.name', 'account.email'])
    .executeTakeFirst()
  if (!row) return null
  return { account: row.account_id, seenAt: row.seen_at, expiresAt: row.expires_at, name: row.name, email: row.email }
}

/** Notes that a session is in use. */
export async function touchSession(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.db.updateTable('session').where('session.token_hash', '=', tokenHash).set({ seen_at: now }).execute()
}

/** Ends one session. */
export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.db.deleteFrom('session').where('session.token_hash', '=', tokenHash).execute()
}

/** Ends every session of a person. */
export async function deleteSessionsOf(tx: Tx, account: AccountId): Promise<void> {
  await tx.db.deleteFrom('session').where('session.account_id', '=', account).execute()
}
