import type { Citizen, KeptDetails } from '#domain/citizens/citizen.ts'
import type { Reader, Tx } from './database.ts'

export type CitizenSession = { readonly email: string; readonly seenAt: Date; readonly expiresAt: Date }

/** Begins the session of an address; its token is with the browser alone, here lies the hash. */
export async function insertCitizenSession(tx: Tx, tokenHash: string, session: CitizenSession): Promise<void> {
  const { email, seenAt, expiresAt } = session
  await tx.db
    .insertInto('citizen_session')
    .values({
      tenant_id: tx.tenant,
      token_hash: tokenHash,
      email,
      created_at: seenAt,
      seen_at: seenAt,
      expires_at: expiresAt,
    })
    .execute()
}

type FoundSession = Omit<CitizenSession, 'email'> & { readonly citizen: Citizen }

/** The session of a token, whatever its age, with whom it is of and what is kept of them. */
export async function findCitizenSession({ db, tenant }: Reader, tokenHash: string): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('citizen_session')
    .leftJoin('citizen', (join) =>
      join.onRef('citizen.tenant_id', '=', 'citizen_session.tenant_id').onRef('citizen.email', '=', 'citizen_session.email'),
    )
    .where('citizen_session.tenant_id', '=', tenant)
    .where('citizen_session.token_hash', '=', tokenHash)
    .select(['citizen_session.email', 'citizen_session.seen_at', 'citizen_session.expires_at'])
    .select(['citizen.first_name', 'citizen.last_name', 'citizen.phone'])
    .executeTakeFirst()
  if (!row) return null
  const { email, first_name: firstName, last_name: lastName, phone } = row
  const details = { firstName: firstName ?? '', lastName: lastName ?? '', phone: phone ?? '' }
  return { citizen: { email, ...details, kept: firstName !== null }, seenAt: row.seen_at, expiresAt: row.expires_at }
}

/** Notes that a session is in use. */
export async function touchCitizenSession(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.db
    .updateTable('citizen_session')
    .where('citizen_session.tenant_id', '=', tx.tenant)
    .where('citizen_session.token_hash', '=', tokenHash)
    .set({ seen_at: now })
    .execute()
}

/** Ends one session. */
export async function deleteCitizenSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.db
    .deleteFrom('citizen_session')
    .where('citizen_session.tenant_id', '=', tx.tenant)
    .where('citizen_session.token_hash', '=', tokenHash)
    .execute()
}

/** Ends every session of an address. */
export async function deleteCitizenSessions(tx: Tx, email: string): Promise<void> {
  await tx.db
    .deleteFrom('citizen_session')
    .where('citizen_session.tenant_id', '=', tx.tenant)
    .where('citizen_session.email', '=', email)
    .execute()
}

/** Keeps what somebody wants filled in for them. */
export async function saveCitizen(tx: Tx, email: string, details: KeptDetails, now: Date): Promise<void> {
  const kept = { first_name: details.firstName, last_name: details.lastName, phone: details.phone, seen_at: now }
  await tx.db
    .insertInto('citizen')
    .values({ tenant_id: tx.tenant, email, ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'email']).doUpdateSet(kept))
    .execute()
}

/** Notes that somebody of whom something is kept was here. */
export async function touchCitizen(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.db
    .updateTable('citizen')
    .where('citizen.tenant_id', '=', tx.tenant)
    .where('citizen.email', '=', email)
    .set({ seen_at: now })
    .execute()
}

/** Erases what was kept of somebody. */
export async function deleteCitizen(tx: Tx, email: string): Promise<void> {
  await tx.db.deleteFrom('citizen').where('citizen.tenant_id', '=', tx.tenant).where('citizen.email', '=', email).execute()
}
