import type { Staff } from '#domain/people/actor.ts'
import type { DraftContent } from '#domain/reports/draft.ts'
import { may } from '#domain/reports/may.ts'
import { isOpen } from '#domain/reports/stage.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { fill } from '#lib/messages/fill.ts'
import { listLikeReports } from '#server/queries/desk/like-reports.ts'
import { readReports } from '#server/storage/reports.ts'
import type { ShownCandidate } from './entry.ts'

/** Reports that may be about what is being written down, as far as it is said. */
export async function candidatesFor(
  content: Pick<DraftContent, 'place' | 'address' | 'search' | 'category' | 'title' | 'description'>,
  staff: Staff,
  { installation, directory, words }: App.Locals,
): Promise<readonly ShownCandidate[]> {
  const { world } = installation
  const { place, category, title, description } = content
  const address = content.address || content.search || null
  if (place === null && address === null && category === null) return []
  const asked = { place, address, category, title, description, report: null, lead: null }
  const { found, reports } = await world.read(directory.tenant.id, async (reader) => {
    const alike = await listLikeReports(reader, staff, asked, directory.categories, world.now())
    const ids = alike.map(({ id }) => id)
    return { found: alike, reports: new Map((await readReports(reader, ids)).map((report) => [report.id, report])) }
  })
  const mayJoin = (id: ReportId) => {
    const report = reports.get(id)
    return report !== undefined && isOpen(report.stage) && may(staff, 'group', report).ok
  }
  const { like } = words.groups
  return found.map(({ id, number, title: called, stage, metres, sameAddress, words: same, sameCategory, address: where }) => ({
    number,
    title: called,
    stage: words.reports.stage[stage],
    why: [
      metres === null ? null : fill(like.metres, { n: metres }),
      sameAddress && like.address[sameAddress],
      same.length > 0 ? fill(like.words, { words: same.join(', ') }) : null,
      sameCategory ? like.category : null,
      where,
    ]
      .filter(Boolean)
      .join(', '),
    href: `/operatori/segnalazioni/${number}`,
    open: isOpen(stage),
    joinable: mayJoin(id),
  }))
}
