import type { RoutingRule } from '#domain/routing/rule.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { Json } from './json.ts'

export type RoutingTables = {
  routing: { tenant_id: TenantId; rules: Json<readonly RoutingRule[]> }
}
