import { error } from '@sveltejs/kit'
import type { Absences } from '#domain/people/absence.ts'
import { officesOf, type Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { responsibleOffice } from '#domain/reports/inbox.ts'
import { reportKinds } from '#domain/reports/kind.ts'
import { may } from '#domain/reports/may.ts'
import { mayTakeFor } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import { moderations } from '#domain/reports/visibility.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type AttachmentId, type CategoryId, isId, type MessageId } from '#domain/shared/id.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { fill } from '#lib/messages/fill.ts'
import { type ReportFile, readReportFile } from '#server/queries/desk/report-file.ts'
import { listAbsences } from '#server/storage/absences.ts'
import { groupsOfAuthor } from '#server/storage/author-groups.ts'
import type { Reader } from '#server/storage/database.ts'
import { hasRead, markRead } from '#server/storage/read-marks.ts'
import { listReplyDrafts } from '#server/storage/reply-drafts.ts'
import { assignReport } from '#server/use-cases/reports/assign-report.ts'
import { classifyReport } from '#server/use-cases/reports/classify-report.ts'
import { draftedForms } from '#server/use-cases/reports/keep-reply-draft.ts'
import { moderateComment } from '#server/use-cases/reports/moderate-comment.ts'
import { moderatePhoto } from '#server/use-cases/reports/moderate-photo.ts'
import { moderateReport } from '#server/use-cases/reports/moderate-report.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { writeReply } from '#server/use-cases/reports/write-reply.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { keptSearch, withSearch } from '../../inbox-filter.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { numberOf, readMove, readOwner, text } from './asked.server.ts'
import { change, findReport } from './change.server.ts'
import { namedIn, otherChoices, ownerChoices } from './choices.server.ts'
import { enclosureActions, presentEnclosed } from './enclosed.server.ts'
import { groupActions, offersGroup, presentSurroundings } from './group.server.ts'
import { offerDeeds, offerMoves, oppositeOf } from './offer.server.ts'
import { peopleActions, presentAssignment } from './people.server.ts'
import { presentAnswers, presentEvents, presentFacts, presentMessages } from './present.server.ts'
import { presentAttachments, presentMails, presentPlace } from './present-files.server.ts'
import { advisedTemplate } from './present-why.server.ts'
import { previewedForms, previewLetter } from './preview.server.ts'
import { presentSuppliers, supplierActions } from './suppliers.server.ts'
import { colleagueChoices, noteMention, proposalOf, talkActions } from './talk.server.ts'
import { presentTemplates, useTemplate } from './templates.server.ts'
import { presentTriage, triageActions } from './triage.server.ts'

/** Everything about one report, and what this person may do with it now. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const file = await readReportFile(reader, numberOf(params.number))
    if (!file) error(404, words.errors.notFound)
    if (!may(staff, 'read', file.report).ok) error(403, words.desk.file.notForYou)
    return {
      file,
      authorGroups: await groupsOfAuthor(reader, directory, file.report.author),
      absences: await listAbsences(reader, today(locals)),
      seen: await hasRead(reader, staff, { report: file.report.id, version: file.report.version }),
      ...(await presentBeside(reader, file, staff, locals, url)),
    }
  })
  const { file, authorGroups, absences, seen, ...beside } = found
  const { report } = file
  if (!seen) await noteReading(report, staff, locals)
  await noteMention(report, staff, locals)
  const mayLook = may(staff, 'read_contacts', report).ok
  return {
    locale,
    title: fill(wordsForKind(words.desk.file.title, report.kind, locale), { number: report.number }),
    back: { label: words.inbox.backToList, href: withSearch('/operatori', keptSearch(url.searchParams)) },
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
    moderation: oppositeOf(report),
    facts: presentFacts(file, locals),
    answers: presentAnswers(file, locals),
    place: presentPlace(report),
    ...presentAttachments(file, locals),
    messages: presentMessages(file, staff, locals),
    events: presentEvents(file.events, file, locals),
    mails: presentMails(file, staff, locals),
    mayLook,
    ...beside,
    draftedForms,
    ...presentTemplates(report, advisedTemplate(file.events), locals),
    previewed: previewedForms,
    colleagues: colleagueChoices(directory.colleagues, report, staff, locals),
    corrections: {
      place: may(staff, 'move_place', report).ok ? words.corrections.place.link : null,
      text: may(staff, 'redact', report).ok ? words.corrections.text.link : null,
    },
    faq: mayDo(staff, 'write_faqs') && file.messages.some(({ kind }) => kind === 'reply') ? words.faqs.fromReport.link : null,
    triage: presentTriage({ ...report, authorGroups }, staff, locals),
    ...presentAssignment(report, locals),
    ...offer(report, staff, absences, locals),
    ...otherChoices(locals),
  }
}

/** A colleague's text is news for so long. */
const freshFor = 10 * 60_000

/** What lies beside the report: others that it has to do with, who works on it outside, what is being written about it. */
async function presentBeside(reader: Reader, file: ReportFile, staff: Staff, locals: App.Locals, url: URL) {
  const { report, attachments } = file
  const since = new Date(locals.installation.world.now().getTime() - freshFor)
  const { own, others } = await listReplyDrafts(reader, report.id, staff.account, since)
  return {
    around: await presentSurroundings(reader, file, staff, locals, url.searchParams),
    outside: await presentSuppliers(reader, report, attachments, staff, locals),
    enclosed: await presentEnclosed(reader, report.id, staff, locals),
    drafts: own,
    writing: others,
  }
}

/** Those for whom the person reads have seen the report as it is now. */
async function noteReading({ id, version }: Report, staff: Staff, { installation, directory }: App.Locals): Promise<void> {
  const { world } = installation
  const mark = { report: id, version, at: world.now() }
  await world.transaction(directory.tenant.id, (tx) => markRead(tx, staff, mark))
}

/** What this person may do with the report now, what not and why, and to whom they may give it. */
function offer(report: Report, staff: Staff, absences: Absences, locals: App.Locals) {
  const { workers } = locals.directory
  const [moves, deeds] = [offerMoves(report, staff, locals), offerDeeds(report, staff, locals)]
  const offices = [...locals.directory.offices.values()].filter(({ active }) => active)
  const named = namedIn(workers, [responsibleOffice(report), report.routedOffice, ...officesOf(staff)])
  const own = offices.filter(({ id }) => mayTakeFor(staff, id))
  const owners = ownerChoices(offices, named, locals, absences)
  return {
    moves,
    deeds,
    forbidden: [...moves, ...deeds].filter(({ refusal }) => refusal !== null),
    mayModerate: may(staff, 'moderate', report).ok,
    ownerHelp: named === workers ? locals.words.desk.actions.ownerHelp : locals.words.desk.actions.ownerHelpMany,
    owners,
    // The same list twice is sent once.
    takers: own.length === offices.length ? owners : ownerChoices(own, named, locals, absences),
  }
}

export const actions: Actions = {
  ...groupActions,
  ...supplierActions,
  ...peopleActions,
  ...triageActions,
  ...enclosureActions,
  template: useTemplate,
  preview: previewLetter,
  move: (event) =>
    change(event, 'move', async (form, asked) => {
      const other = await findReport(event, text(form, 'other'))
      const move = readMove(form, other)
      if (move === null) return { ok: false, refusal: 'wrong_stage' }
      if (move.act === 'decline' && text(form, 'other').trim() !== '' && other === null)
        return { ok: false, refusal: 'other_report_unknown' }
      if (await offersGroup(event, move, form, asked)) return { ok: false, refusal: 'group_instead' }
      return moveReport(worldOf(event), tenantOf(event), { ...asked, move, channel: 'web', proposal: proposalOf(form) })
    }),
  assign: (event) =>
    change(event, 'assign', (form, asked) =>
      assignReport(worldOf(event), tenantOf(event), { ...asked, ...readOwner(form), note: text(form, 'note') }),
    ),
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
      const photo = text(form, 'photo')
      if (!isId(photo)) return { ok: false, refusal: 'no_such_photo' }
      return moderatePhoto(worldOf(event), tenantOf(event), { ...asked, moderation, photo: photo as AttachmentId })
    }),
  comment: (event) =>
    change(event, 'comment', (form, asked) => {
      const moderation = moderations.find((one) => one === form.get('moderation')) ?? 'pending'
      const comment = text(form, 'comment')
      if (!isId(comment)) return { ok: false, refusal: 'no_such_comment' }
      return moderateComment(worldOf(event), tenantOf(event), { ...asked, moderation, comment: comment as MessageId })
    }),
  ...talkActions,
  reply: (event) =>
    change(event, 'reply', (form, asked) =>
      writeReply(worldOf(event), tenantOf(event), { ...asked, text: text(form, 'text'), proposal: proposalOf(form) }),
    ),
}

function worldOf({ locals }: RequestEvent) {
  return locals.installation.world
}

function tenantOf({ locals }: RequestEvent) {
  return locals.directory.tenant.id
}

function today({ installation, directory }: App.Locals): string {
  return civilDate(installation.world.now(), directory.tenant.settings.calendar.zone)
}
