import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Membership } from '#domain/people/actor.ts'
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

type FoundSession = Session & { readonly name: string; readonly email: string; readonly held: readonly Membership[] }

/** The session of a token, whatever its age, with its person and the roles that they hold in the body: asked at every page. */
export async function findSession({ db, tenant }: Reader, tokenHash: string): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', tokenHash)
    .select(['session.account_id', 'session.seen_at', 'session.expires_at', 'account.name', 'account.email'])
    .select((session) =>
      jsonArrayFrom(
        session
          .selectFrom('membership')
          .where('membership.tenant_id', '=', tenant)
          .whereRef('membership.account_id', '=', 'session.account_id')
          .select(['membership.role', 'membership.office_id as office']),
      ).as('held'),
    )
    .executeTakeFirst()
  if (!row) return null
  const { account_id: account, seen_at: seenAt, expires_at: expiresAt, name, email, held } = row
  return { account, seenAt, expiresAt, name, email, held }
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
