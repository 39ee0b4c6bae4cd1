import type { Staff } from '#domain/people/actor.ts'
import type { DraftContent } from '#domain/reports/draft.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { fill } from '#lib/messages/fill.ts'
import { listLikeReports } from '#server/queries/desk/like-reports.ts'
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
  const found = await world.read(directory.tenant.id, (reader) =>
    listLikeReports(reader, staff, asked, directory.categories, world.now()),
  )
  const { like } = words.groups
  return found.map(({ number, title: called, stage, metres, sameAddress, words: same, sameCategory, address: where }) => ({
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
  }))
}
