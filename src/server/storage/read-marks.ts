import type { Staff } from '#domain/people/actor.ts'
import { belongsTo, holds, officesOf } from '#domain/people/actor.ts'
import type { AccountId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/**
 * For whom a person reads a list: the office whose list it is; otherwise the desk as one or, of several offices, the one that a
 * report lies with. Whoever works in none reads for nobody.
 */
export function readsFor(
  person: Staff,
  list: { readonly deskOffice: OfficeId; readonly office: OfficeId | null },
): readonly OfficeId[] {
  const own = ownOffices(person)
  if (list.office !== null && own.includes(list.office)) return [list.office]
  return holds(person, 'desk') ? [list.deskOffice] : own
}

/** Tells whether every office of a person has seen the report as it is. */
export async function hasRead(
  { db, tenant }: Reader,
  person: Staff,
  { report, version }: { readonly report: ReportId; readonly version: number },
): Promise<boolean> {
  const offices = new Set(ownOffices(person))
  if (offices.size === 0) return true
  const rows = await db
    .selectFrom('report_read')
    .where('report_read.tenant_id', '=', tenant)
    .where('report_read.report_id', '=', report)
    .where('report_read.office_id', 'in', [...offices])
    .where('report_read.version', '>=', version)
    .select('report_read.office_id')
    .execute()
  return rows.length === offices.size
}

/** Notes that every office of a person has seen the report as it is; this changes nothing of the report. */
export async function markRead(
  { db, tenant }: Tx,
  person: Staff,
  mark: { readonly report: ReportId; readonly version: number; readonly at: Date },
): Promise<void> {
  const offices = new Set(ownOffices(person))
  if (offices.size === 0) return
  const seen: { version: number; account_id: AccountId; at: Date } = {
    version: mark.version,
    account_id: person.account,
    at: mark.at,
  }
  await db
    .insertInto('report_read')
    .values([...offices].map((office) => ({ tenant_id: tenant, report_id: mark.report, office_id: office, ...seen })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'office_id']).doUpdateSet(seen))
    .execute()
}

/** Whoever only manages an office from above reads nothing for it. */
function ownOffices(person: Staff): readonly OfficeId[] {
  return officesOf(person).filter((office) => belongsTo(person, office))
}
