import type { RoutingRule } from '#domain/routing/rule.ts'
import type { Reader, Tx } from './database.ts'

/** The rules of the body in their order. */
export async function readRoutingRules({ db, tenant }: Reader): Promise<readonly RoutingRule[]> {
  const row = await db.selectFrom('routing').where('routing.tenant_id', '=', tenant).select('routing.rules').executeTakeFirst()
  return row?.rules ?? []
}

/** Writes the whole list. */
export async function saveRoutingRules(tx: Tx, rules: readonly RoutingRule[]): Promise<void> {
  const kept = JSON.stringify(rules)
  await tx.db
    .insertInto('routing')
    .values({ tenant_id: tx.tenant, rules: kept })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ rules: kept }))
    .execute()
}
