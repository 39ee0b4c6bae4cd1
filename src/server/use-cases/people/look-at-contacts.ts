import type { Staff } from '#domain/people/actor.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { insertContactLook } from '#server/storage/contact-looks.ts'
import { readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

export type LookRefusal = MayRefusal | 'no_such_report'

/** Shows who a report is from to who may know, and keeps that they looked. */
export async function lookAtContacts(
  world: World,
  tenant: TenantId,
  id: ReportId,
  by: Staff,
): Promise<Result<AuthorDetails | null, LookRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<AuthorDetails | null, LookRefusal>> => {
    const report = await readReport(tx, id)
    if (!report) return refuse('no_such_report')
    const allowed = may(by, 'read_contacts', report)
    if (!allowed.ok) return allowed
    const look = { id: world.newId<'contact-look'>(), report: id, account: by.account, at: world.now() }
    await insertContactLook(tx, { ...look, what: 'contacts' })
    return done(report.author ? await readAuthor(tx, report.author) : null)
  })
}
