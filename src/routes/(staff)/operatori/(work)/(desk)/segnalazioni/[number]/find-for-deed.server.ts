import { error } from '@sveltejs/kit'
import type { Staff } from '#domain/people/actor.ts'
import { type Deed, may } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { findReportByNumber, readReport } from '#server/storage/reports.ts'
import { numberOf } from './asked.server.ts'

/** The report of a page that is there for one deed; whoever may not do that now is told why. */
export async function findForDeed(locals: App.Locals, staff: Staff, number: string, deed: Deed): Promise<Report> {
  const { installation, directory, words } = locals
  const report = await installation.world.read(directory.tenant.id, async (reader) => {
    const id = await findReportByNumber(reader, numberOf(number))
    return id && readReport(reader, id)
  })
  if (!report) error(404, words.errors.notFound)
  if (!may(staff, 'read', report).ok) error(403, words.desk.file.notForYou)
  const allowed = may(staff, deed, report)
  if (!allowed.ok) error(403, words.desk.refusal[allowed.refusal])
  return report
}
