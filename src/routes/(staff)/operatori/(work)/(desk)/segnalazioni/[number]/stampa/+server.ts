import { error } from '@sveltejs/kit'
import { may } from '#domain/reports/may.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { baseMapsOf } from '#server/delivery/map/base-map.ts'
import type { Row } from '#server/delivery/pdf/paper.ts'
import { renderSheet, type SheetPart } from '#server/delivery/pdf/sheet.ts'
import { type ReportFile, readReportFile } from '#server/queries/desk/report-file.ts'
import { lookAtContacts } from '#server/use-cases/people/look-at-contacts.ts'
import { pdfAnswer } from '../../../../pdf-answer.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { numberOf } from '../asked.server.ts'
import { presentAnswers, presentFacts, presentMessages } from '../present.server.ts'
import type { RequestEvent, RequestHandler } from './$types'
import { filesOnPaper } from './files-on-paper.server.ts'

/** A report on paper. */
export const GET: RequestHandler = (event) => print(event, 'without')

/** The same with its author’s contacts, for who may see them: the look is written down, so it is no mere reading. */
export const POST: RequestHandler = (event) => print(event, 'with')

async function print({ locals, params, url }: RequestEvent, wanted: 'with' | 'without'): Promise<Response> {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  const { world } = installation
  const file = await world.read(directory.tenant.id, (reader) => readReportFile(reader, numberOf(params.number)))
  if (!file) error(404, words.errors.notFound)
  const { report } = file
  if (!may(staff, 'read', report).ok) error(403, words.desk.file.notForYou)
  const says = wordsForKind(words.print.sheet, report.kind, locale)
  const contacts = wanted === 'with' ? await contactsOf(file, staff, locals) : []
  const { settings } = directory.tenant
  const address = `${url.origin}/operatori/segnalazioni/${report.number}`
  const pdf = await renderSheet({
    lang: locale,
    title: `${fill(says.title, { number: report.number })}: ${report.title}`,
    body: settings.name,
    intro: [fill(says.printed, { date: writeMoment(world.now(), locale, settings.calendar.zone) })],
    map: report.place && {
      base: await baseMapsOf(world)(directory),
      marks: [{ sign: '', place: report.place }],
      words: says.map,
    },
    parts: [
      {
        heading: says.facts,
        level: 2,
        rows: [...presentFacts(file, locals), ...presentAnswers(file, locals)].map(({ label, value }) => ({
          label,
          value: [value].flat().join(', '),
        })),
        paragraphs: report.address ? [report.address] : [],
        link: { address, words: fill(says.code, { address }) },
      },
      { heading: says.description, level: 2, rows: [], paragraphs: [report.description] },
      ...(contacts.length > 0 ? [{ heading: says.contacts, level: 2 as const, rows: contacts, paragraphs: [] }] : []),
      ...(await filesOnPaper(file, locals)),
      ...conversationOf(file, staff, locals),
    ],
    footer: settings.name,
  })
  return pdfAnswer(pdf, fill(says.file, { number: report.number }))
}

function conversationOf(file: ReportFile, staff: NonNullable<App.Locals['staff']>, locals: App.Locals): readonly SheetPart[] {
  const { sheet: says } = locals.words.print
  const messages = presentMessages(file, staff, locals)
  if (messages.length === 0) return []
  const paragraphs = messages.flatMap(({ kind, by, at, text }) => [fill(says.line, { kind, by, date: at.text }), text])
  return [{ heading: says.conversation, level: 2, rows: [], paragraphs }]
}

async function contactsOf(
  { report }: ReportFile,
  staff: NonNullable<App.Locals['staff']>,
  locals: App.Locals,
): Promise<readonly Row[]> {
  const { installation, directory, words } = locals
  const { sheet: says } = words.print
  const looked = await lookAtContacts(installation.world, directory.tenant.id, report.id, staff)
  if (!looked.ok) error(403, words.desk.file.notForYou)
  const { firstName, lastName, email, phone } = looked.value ?? { firstName: null, lastName: null, email: null, phone: null }
  const rows = [
    { label: says.name, value: [firstName, lastName].filter(Boolean).join(' ') },
    { label: says.email, value: email ?? '' },
    { label: says.phone, value: phone ?? '' },
  ]
  return rows.filter(({ value }) => value !== '')
}
