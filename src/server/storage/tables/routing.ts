import type { RoutingRule } from '#domain/routing/rule.ts'
import type { AuthorGroupId, TenantId } from '#domain/shared/id.ts'
import type { Json } from './json.ts'

export type RoutingTables = {
  author_group: { tenant_id: TenantId; id: AuthorGroupId; name: string; description: string }
  author_group_member: { tenant_id: TenantId; author_group_id: AuthorGroupId; address: string }
  routing: { tenant_id: TenantId; rules: Json<readonly RoutingRule[]> }
}
