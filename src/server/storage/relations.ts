import type { AccountId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

type Relation = { readonly note: string; readonly by: AccountId; readonly at: Date }

/** Whether two reports are linked. */
export async function areRelated({ db, tenant }: Reader, one: ReportId, other: ReportId): Promise<boolean> {
  const [low, high] = inOrder(one, other)
  const row = await db
    .selectFrom('report_relation')
    .where('report_relation.tenant_id', '=', tenant)
    .where('report_relation.low_id', '=', low)
    .where('report_relation.high_id', '=', high)
    .select('report_relation.low_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Links two reports. */
export async function insertRelation(tx: Tx, one: ReportId, other: ReportId, relation: Relation): Promise<void> {
  const [low, high] = inOrder(one, other)
  const { note, by, at } = relation
  await tx.db
    .insertInto('report_relation')
    .values({ tenant_id: tx.tenant, low_id: low, high_id: high, note, account_id: by, at })
    .execute()
}

/** Takes the link between two reports away. */
export async function deleteRelation(tx: Tx, one: ReportId, other: ReportId): Promise<void> {
  const [low, high] = inOrder(one, other)
  await tx.db
    .deleteFrom('report_relation')
    .where('report_relation.tenant_id', '=', tx.tenant)
    .where('report_relation.low_id', '=', low)
    .where('report_relation.high_id', '=', high)
    .execute()
}

function inOrder(one: ReportId, other: ReportId): readonly [ReportId, ReportId] {
  return one < other ? [one, other] : [other, one]
}
