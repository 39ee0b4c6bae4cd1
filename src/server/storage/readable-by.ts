import { type Expression, type SqlBool, sql } from 'kysely'
import { type Actor, holds, officesOf } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'

/** The rule `may(actor, 'read', report)` as a condition on `report`: a test holds the two against each other. */
export function readableBy(actor: Actor, tenant: TenantId): Expression<SqlBool> {
  if (actor.kind === 'system') return sql<SqlBool>`true`
  if (actor.kind === 'author') return sql<SqlBool>`report.id = ${actor.report}`
  if (holds(actor, 'desk') || holds(actor, 'observer')) return sql<SqlBool>`true`
  const offices = officesOf(actor)
  if (offices.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(
    report.owner_office_id = any(${offices}::uuid[])
    or report.routed_office_id = any(${offices}::uuid[])
    or exists (
      select from report_observer
      where report_observer.tenant_id = ${tenant} and report_observer.report_id = report.id
        and report_observer.office_id = any(${offices}::uuid[])
    )
  )`
}
