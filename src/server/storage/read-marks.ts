import type { Staff } from '#domain/people/actor.ts'
import { holds, officesOf } from '#domain/people/actor.ts'
import type { AccountId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Tx } from './database.ts'

/** For whom a person reads: the desk as one, an office for itself; whoever works in none leaves no mark. */
export function readsFor(person: Staff, deskOffice: OfficeId): OfficeId | null {
  return holds(person, 'desk') ? deskOffice : (officesOf(person)[0] ?? null)
}

/** Notes that somebody of the office has seen the report as it is; this changes nothing of the report. */
export async function markRead(
  tx: Tx,
  mark: {
    readonly report: ReportId
    readonly office: OfficeId
    readonly version: number
    readonly by: AccountId
    readonly at: Date
  },
): Promise<void> {
  const seen = { version: mark.version, account_id: mark.by, at: mark.at }
  await tx.db
    .insertInto('report_read')
    .values({ tenant_id: tx.tenant, report_id: mark.report, office_id: mark.office, ...seen })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'office_id']).doUpdateSet(seen))
    .execute()
}
