import type { Absence, Absences } from '#domain/people/absence.ts'
import type { AccountId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** Everybody's absences that are not over on the day. */
export async function listAbsences({ db, tenant }: Reader, day: string): Promise<Absences> {
  const rows = await db
    .selectFrom('absence')
    .where('absence.tenant_id', '=', tenant)
    .where('absence.last_day', '>=', day)
    .select(['account_id', 'first_day', 'last_day', 'substitute_id'])
    .orderBy('first_day')
    .execute()
  const absences = new Map<AccountId, readonly Absence[]>()
  for (const { account_id, first_day, last_day, substitute_id } of rows) {
    const absence = { from: first_day, to: last_day, substitute: substitute_id }
    absences.set(account_id, [...(absences.get(account_id) ?? []), absence])
  }
  return absences
}

/** Every absence of one person, those that are over too. */
export async function readAbsences({ db, tenant }: Reader, account: AccountId): Promise<readonly Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .where('absence.tenant_id', '=', tenant)
    .where('absence.account_id', '=', account)
    .select(['first_day', 'last_day', 'substitute_id'])
    .orderBy('first_day')
    .execute()
  return rows.map(({ first_day, last_day, substitute_id }) => ({ from: first_day, to: last_day, substitute: substitute_id }))
}

/** Writes when a person is absent, whole. */
export async function saveAbsences(tx: Tx, account: AccountId, absences: readonly Absence[]): Promise<void> {
  await tx.db.deleteFrom('absence').where('absence.tenant_id', '=', tx.tenant).where('absence.account_id', '=', account).execute()
  if (absences.length === 0) return
  const of = { tenant_id: tx.tenant, account_id: account }
  await tx.db
    .insertInto('absence')
    .values(absences.map(({ from, to, substitute }) => ({ ...of, first_day: from, last_day: to, substitute_id: substitute })))
    .execute()
}
