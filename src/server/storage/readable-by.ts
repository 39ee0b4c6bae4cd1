import { type Expression, type SqlBool, sql } from 'kysely'
import { type Actor, holds, officesOf } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { isMentioned } from './mentions.ts'

/** The rule `may(actor, 'read', report)` as a condition on `report`: a test holds the two against each other. */
export function readableBy(actor: Actor, tenant: TenantId): Expression<SqlBool> {
  if (actor.kind === 'system') return sql<SqlBool>`true`
  if (actor.kind === 'author') return sql<SqlBool>`report.id = ${actor.report}`
  if (holds(actor, 'desk') || holds(actor, 'observer')) return sql<SqlBool>`true`
  const offices = officesOf(actor)
  if (actor.kind !== 'staff') return sql<SqlBool>`false`
  const mentioned = isMentioned(actor.account, tenant, 'ever')
  if (offices.length === 0) return mentioned
  return sql<SqlBool>`(
    report.owner_office_id = any(${offices}::uuid[])
    or report.routed_office_id = any(${offices}::uuid[])
    or exists (
      select from report_observer
      where report_observer.tenant_id = ${tenant} and report_observer.report_id = report.id
        and report_observer.office_id = any(${offices}::uuid[])
    )
    or ${mentioned}
  )`
}

/**
 * The same rule in parts that have nothing in common: each is found by an index of its own and pages in the order of a list, which
 * no index does for all of them at once.
 */
export function readableParts(actor: Actor, tenant: TenantId): readonly Expression<SqlBool>[] {
  const offices = officesOf(actor)
  if (actor.kind !== 'staff' || holds(actor, 'desk') || holds(actor, 'observer') || offices.length === 0)
    return [readableBy(actor, tenant)]
  const owned = sql<SqlBool>`report.owner_office_id = any(${offices}::uuid[])`
  const routed = sql<SqlBool>`report.routed_office_id = any(${offices}::uuid[])`
  const observed = sql<SqlBool>`report.id in (
    select report_observer.report_id from report_observer
    where report_observer.tenant_id = ${tenant} and report_observer.office_id = any(${offices}::uuid[])
  )`
  const mentioned = isMentioned(actor.account, tenant, 'ever')
  return [
    owned,
    sql<SqlBool>`${routed} and (${owned}) is not true`,
    sql<SqlBool>`${observed} and (${owned}) is not true and (${routed}) is not true`,
    sql<SqlBool>`${mentioned} and (${owned}) is not true and (${routed}) is not true and not ${observed}`,
  ]
}
