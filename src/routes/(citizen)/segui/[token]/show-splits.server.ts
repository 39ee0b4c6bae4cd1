import type { Report } from '#domain/reports/report.ts'
import { fill } from '#lib/messages/fill.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { listSplitReports } from '#server/queries/author/list-split-reports.ts'
import type { FollowedReport } from '#server/queries/author/read-followed-report.ts'

/** The author's other reports that came of splitting, each with its own private page. */
export async function showSplits({ report, events }: FollowedReport, { installation, directory, words }: App.Locals) {
  const { world } = installation
  if (!events.some(({ kind }) => kind === 'split' || kind === 'split_off')) return { parts: [], whole: [] }
  const { parts, whole } = await world.read(directory.tenant.id, (reader) => listSplitReports(reader, report, events))
  const show = ({ id, number, title, stage }: Report) => ({
    href: `/segui/${signReportLink(world.secret, directory.tenant.id, id)}`,
    text: fill(words.groups.author.number, { number, title }),
    stage,
  })
  return { parts: parts.map(show), whole: whole.map(show) }
}
