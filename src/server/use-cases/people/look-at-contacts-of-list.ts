import type { Staff } from '#domain/people/actor.ts'
import { may } from '#domain/reports/may.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { readAuthors } from '#server/storage/authors.ts'
import { insertContactLooks } from '#server/storage/contact-looks.ts'
import { readReports } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/**
 * Shows who the reports of a list are from, as far as the person may know: each look is kept, and where they may not look nothing is
 * shown.
 */
export async function lookAtContactsOfList(
  world: World,
  tenant: TenantId,
  ids: readonly ReportId[],
  by: Staff,
): Promise<ReadonlyMap<ReportId, AuthorDetails>> {
  return world.transaction(tenant, async (tx) => {
    const reports = (await readReports(tx, ids)).filter((report) => report.author !== null && may(by, 'read_contacts', report).ok)
    const authors = await readAuthors(
      tx,
      reports.flatMap(({ author }) => author ?? []),
    )
    const shown = reports.flatMap((report) => {
      const author = report.author === null ? undefined : authors.get(report.author)
      return author ? [[report.id, author] as const] : []
    })
    const at = world.now()
    const looks = shown.map(([report]) => ({
      id: world.newId<'contact-look'>(),
      report,
      account: by.account,
      what: 'contacts' as const,
      at,
    }))
    await insertContactLooks(tx, looks)
    return new Map(shown)
  })
}
