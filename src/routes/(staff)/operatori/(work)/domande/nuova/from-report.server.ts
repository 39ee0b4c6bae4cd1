import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import { type PersonalHint, personalHints } from '#domain/faqs/personal-data.ts'
import { may } from '#domain/reports/may.ts'
import { fill } from '#lib/messages/fill.ts'
import { readReportFile } from '#server/queries/desk/report-file.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { staffOf } from '../../staff-of.server.ts'

/** What a report that was answered says, to be made a frequent question of. */
export type FromReport = {
  readonly number: number
  readonly question: string
  readonly answer: string
  hintsIn(text: string): readonly PersonalHint[]
}

/** The report of this number with the last answer that it was given; nothing where it has none, or whoever asks may not read it. */
export async function fromReport(number: string | null, locals: App.Locals): Promise<FromReport | null> {
  if (number === null || !/^\d{1,12}$/.test(number)) return null
  const { installation, directory, words } = locals
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const file = await readReportFile(reader, Number(number))
    return file && { file, author: file.report.author ? await readAuthor(reader, file.report.author) : null }
  })
  if (!found || !may(staffOf(locals), 'read', found.file.report).ok) return null
  const { file, author } = found
  const reply = file.messages.findLast(({ kind }) => kind === 'reply')
  if (!reply) return null
  const of = { names: [author?.firstName ?? null, author?.lastName ?? null], number: file.report.number }
  return {
    number: file.report.number,
    question: file.report.title,
    answer: withoutPersonal(reply.text, words.templates.neutral),
    hintsIn: (text) => personalHints(text, of),
  }
}

/** What the editor says of where the texts come from, and what in them to look over. */
export function presentFrom(from: FromReport, text: string, { words }: App.Locals) {
  const says = words.faqs.fromReport
  return {
    number: from.number,
    lead: fill(says.lead, { number: from.number }),
    hints: from.hintsIn(text).map((hint) => says.hint[hint]),
  }
}
