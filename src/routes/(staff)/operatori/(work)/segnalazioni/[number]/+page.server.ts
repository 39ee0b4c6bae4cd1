import { error, fail, redirect } from '@sveltejs/kit'
import { reportKinds } from '#domain/reports/kind.ts'
import { may } from '#domain/reports/may.ts'
import { moderations } from '#domain/reports/visibility.ts'
import type { AttachmentId, CategoryId, ReportId } from '#domain/shared/id.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { readReportFile } from '#server/queries/desk/report-file.ts'
import { listWorkers } from '#server/storage/accounts.ts'
import { listEvents } from '#server/storage/events.ts'
import { findReportByNumber } from '#server/storage/reports.ts'
import { lookAtContacts } from '#server/use-cases/people/look-at-contacts.ts'
import { assignReport } from '#server/use-cases/reports/assign-report.ts'
import { classifyReport } from '#server/use-cases/reports/classify-report.ts'
import { moderatePhoto } from '#server/use-cases/reports/moderate-photo.ts'
import { moderateReport } from '#server/use-cases/reports/moderate-report.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { writeReply } from '#server/use-cases/reports/write-reply.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { fieldOf, readMove, readOwner, seenVersion, text } from './asked.server.ts'
import { offerDeeds, offerMoves, otherChoices, ownerChoices } from './offer.server.ts'
import { presentAnswers, presentEvents, presentFacts, presentMessages } from './present.server.ts'
import { presentAttachments, presentMails, presentPlace } from './present-files.server.ts'

type Refusal = keyof Dictionary['desk']['refusal']
type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/** Everything about one report, and what this person may do with it now. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, staff, words, locale } = locals
  if (!staff) redirect(303, '/operatori/accedi')
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const file = await readReportFile(reader, numberOf(params.number))
    return file ? { file, workers: await listWorkers(reader) } : null
  })
  if (!found) error(404, words.errors.notFound)
  const { file, workers } = found
  if (!may(staff, 'read', file.report).ok) error(403, words.desk.file.notForYou)
  const { report } = file
  return {
    desk: words.desk,
    forms: words.forms,
    reports: words.reports,
    locale,
    title: fill(words.desk.file.title, { number: report.number }),
    crumbs: [{ label: words.desk.title, href: '/operatori' }, { label: fill(words.desk.file.crumb, { number: report.number }) }],
    done: url.searchParams.has('fatto'),
    report: {
      number: report.number,
      title: report.title,
      description: report.description,
      stage: report.stage,
      version: report.version,
    },
    kind: report.kind,
    category: report.category as string,
    owner: `${report.ownerOffice ?? report.routedOffice}${report.ownerPerson ? `:${report.ownerPerson}` : ''}`,
    visible: report.visible,
    approved: report.moderation === 'approved',
    facts: presentFacts(file, locals),
    answers: presentAnswers(file, locals),
    place: presentPlace(report),
    ...presentAttachments(file, locals),
    messages: presentMessages(file, locals),
    events: presentEvents(file.events, file, locals),
    mails: presentMails(file, locals),
    moves: offerMoves(report, staff, locals),
    may: offerDeeds(report, staff),
    owners: ownerChoices(workers, locals),
    ...otherChoices(report, locals),
  }
}

export const actions: Actions = {
  move: (event) =>
    change(event, 'move', async (form, asked) => {
      const other = await otherReport(event, text(form, 'other'))
      const move = readMove(form, other)
      if (move === null) return { ok: false, refusal: 'wrong_stage' }
      if (move.act === 'decline' && text(form, 'other').trim() !== '' && other === null)
        return { ok: false, refusal: 'other_report_unknown' }
      return moveReport(worldOf(event), tenantOf(event), { ...asked, move, channel: 'web' })
    }),
  assign: (event) =>
    change(event, 'assign', (form, asked) => assignReport(worldOf(event), tenantOf(event), { ...asked, ...readOwner(form) })),
  classify: (event) =>
    change(event, 'classify', (form, asked) => {
      const kind = reportKinds.find((one) => one === form.get('kind'))
      const category = text(form, 'category') as CategoryId
      if (!kind) return { ok: false, refusal: 'kind_not_taken' }
      return classifyReport(worldOf(event), tenantOf(event), { ...asked, kind, category: category || null })
    }),
  moderate: (event) =>
    change(event, 'moderate', (form, asked) => {
      const moderation = moderations.find((one) => one === form.get('moderation')) ?? 'pending'
      return moderateReport(worldOf(event), tenantOf(event), { ...asked, moderation })
    }),
  photo: (event) =>
    change(event, 'photo', (form, asked) => {
      const moderation = moderations.find((one) => one === form.get('moderation')) ?? 'pending'
      return moderatePhoto(worldOf(event), tenantOf(event), { ...asked, moderation, photo: text(form, 'photo') as AttachmentId })
    }),
  note: (event) =>
    change(event, 'note', (form, asked) =>
      writeNote(worldOf(event), tenantOf(event), { ...asked, seenVersion: null, text: text(form, 'text') }),
    ),
  reply: (event) =>
    change(event, 'reply', (form, asked) => writeReply(worldOf(event), tenantOf(event), { ...asked, text: text(form, 'text') })),
  contacts: async (event) => {
    const { locals } = event
    const id = await reportOf(event)
    if (!locals.staff || !id) error(404, locals.words.errors.notFound)
    const looked = await lookAtContacts(worldOf(event), tenantOf(event), id, locals.staff)
    if (!looked.ok) return fail(403, refused('contacts', looked.refusal, new FormData(), locals))
    return { contacts: looked.value }
  },
}

type Asked = { readonly report: ReportId; readonly seenVersion: number; readonly by: NonNullable<App.Locals['staff']> }

/** Every form of this page goes this way: done, it shows the report again; refused, it says why and keeps what was typed. */
async function change(event: RequestEvent, name: string, ask: (form: FormData, asked: Asked) => Answer | Promise<Answer>) {
  const { locals, params, request } = event
  const form = await request.formData()
  const report = await reportOf(event)
  if (!locals.staff || !report) error(404, locals.words.errors.notFound)
  const answer = await ask(form, { report, seenVersion: seenVersion(form), by: locals.staff })
  if (answer.ok) redirect(303, `/operatori/segnalazioni/${params.number}?fatto`)
  if (answer.refusal !== 'old_version') return fail(422, refused(name, answer.refusal, form, locals))
  return fail(409, { ...refused(name, answer.refusal, form, locals), conflict: await whatChanged(event, seenVersion(form)) })
}

function refused(name: string, refusal: Refusal, form: FormData, { words }: App.Locals) {
  const values = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]))
  return { name, act: values.act ?? null, field: fieldOf(refusal), message: words.desk.refusal[refusal], values, conflict: null }
}

async function whatChanged({ locals, params }: RequestEvent, version: number) {
  return locals.installation.world.read(locals.directory.tenant.id, async (reader) => {
    const file = await readReportFile(reader, numberOf(params.number))
    const events = file ? (await listEvents(reader, file.report.id)).filter((one) => one.version > version) : []
    return file ? presentEvents(events, file, locals) : []
  })
}

function reportOf({ locals, params }: RequestEvent): Promise<ReportId | null> {
  return locals.installation.world.read(locals.directory.tenant.id, (reader) =>
    findReportByNumber(reader, numberOf(params.number)),
  )
}

function otherReport({ locals }: RequestEvent, number: string): Promise<ReportId | null> {
  return locals.installation.world.read(locals.directory.tenant.id, (reader) => findReportByNumber(reader, numberOf(number)))
}

/** Numbers that no report can have find none. */
function numberOf(given: string): number {
  const number = Number(given.trim().replace(/^(#|n\.?\s*)/i, ''))
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

function worldOf({ locals }: RequestEvent) {
  return locals.installation.world
}

function tenantOf({ locals }: RequestEvent) {
  return locals.directory.tenant.id
}
