import type { Staff } from '#domain/people/actor.ts'
import type { LookedAt } from '#domain/people/looked-at.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { AuthorDetails, Report } from '#domain/reports/report.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { insertContactLook } from '#server/storage/contact-looks.ts'
import type { Tx } from '#server/storage/database.ts'
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
    const looked = await look(world, tx, { report: id, by, what: 'contacts' })
    if (!looked.ok) return looked
    const { author } = looked.value
    return done(author ? await readAuthor(tx, author) : null)
  })
}

/** Lets who may know whose a report is ask what else its author sent, and keeps that they did; nothing where the author is unknown. */
export async function lookAtOtherReports(
  world: World,
  tenant: TenantId,
  id: ReportId,
  by: Staff,
): Promise<Result<Report, LookRefusal>> {
  return world.transaction(tenant, (tx) => look(world, tx, { report: id, by, what: 'other_reports' }))
}

type Look = { readonly report: ReportId; readonly by: Staff; readonly what: LookedAt }

async function look(world: World, tx: Tx, { report: id, by, what }: Look): Promise<Result<Report, LookRefusal>> {
  const report = await readReport(tx, id)
  if (!report) return refuse('no_such_report')
  const allowed = may(by, 'read_contacts', report)
  if (!allowed.ok) return allowed
  await insertContactLook(tx, { id: world.newId<'contact-look'>(), report: id, account: by.account, what, at: world.now() })
  return done(report)
}
