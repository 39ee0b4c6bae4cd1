import type { LookedAt } from '#domain/people/looked-at.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'

/** Who looked at whose contacts: the report is named by its number, an appointment by its code, the person not at all. */
export type ContactLook = {
  readonly id: Id<'contact-look'>
  readonly number: number | null
  readonly code: string | null
  readonly name: string
  readonly what: LookedAt
  readonly at: Date
}

/** The looks at authors' contacts, the newest first; of one report where it is named. */
export async function listLooks(
  { db, tenant }: Reader,
  page: { readonly number: number | null; readonly before: Id<'contact-look'> | null; readonly limit: number },
): Promise<readonly ContactLook[]> {
  return db
    .selectFrom('contact_look')
    .leftJoin('report', (join) =>
      join.onRef('report.tenant_id', '=', 'contact_look.tenant_id').onRef('report.id', '=', 'contact_look.report_id'),
    )
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'contact_look.tenant_id')
        .onRef('appointment.id', '=', 'contact_look.appointment_id'),
    )
    .innerJoin('account', 'account.id', 'contact_look.account_id')
    .where('contact_look.tenant_id', '=', tenant)
    .$if(page.number !== null, (query) => query.where('report.number', '=', page.number))
    .$if(page.before !== null, (query) => query.where('contact_look.id', '<', page.before))
    .select(['contact_look.id', 'report.number', 'appointment.code', 'account.name', 'contact_look.what', 'contact_look.at'])
    .orderBy('contact_look.id', 'desc')
    .limit(page.limit)
    .execute()
}
