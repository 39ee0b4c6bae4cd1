import type { Improvement, ImprovementSetting } from '#domain/ratings/improvement.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** What the body changed, the latest first. */
export async function readImprovements({ db, tenant }: Reader): Promise<readonly Improvement[]> {
  return db
    .selectFrom('improvement')
    .where('improvement.tenant_id', '=', tenant)
    .select(['improvement.id', 'improvement.subject_id as subject', 'improvement.day', 'improvement.text'])
    .orderBy('improvement.day', 'desc')
    .orderBy('improvement.id', 'desc')
    .execute()
}

/** Writes what was changed whole, whether it is there already or not. */
export async function saveImprovement(tx: Tx, id: Id<'improvement'>, { subject, day, text }: ImprovementSetting): Promise<void> {
  const values = { subject_id: subject, day, text: JSON.stringify(text) }
  await tx.db
    .insertInto('improvement')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((known) => known.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteImprovement(tx: Tx, id: Id<'improvement'>): Promise<void> {
  await tx.db.deleteFrom('improvement').where('improvement.tenant_id', '=', tx.tenant).where('improvement.id', '=', id).execute()
}
