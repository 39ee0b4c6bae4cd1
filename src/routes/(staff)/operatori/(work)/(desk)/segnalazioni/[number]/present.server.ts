import { termState } from '#domain/clocks/report-clock.ts'
import { termRun } from '#domain/clocks/term-run.ts'
import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import type { Staff } from '#domain/people/actor.ts'
import { mayMove, mayReply } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownMessage } from '#lib/components/conversation.ts'
import type { Moment } from '#lib/components/moment.ts'
import { sayAnswers } from '#lib/components/questions/say-answers.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeCivilDate, writeDay, writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import type { Message } from '#server/storage/messages.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { actorName, categoryName, officeName } from './names.server.ts'
import { presentWhy } from './present-why.server.ts'
import { sayEvent } from './say-event.server.ts'

type Locals = App.Locals

export function momentOf(instant: Date, { directory, locale }: Locals): Moment {
  return { iso: instant.toISOString(), text: writeMoment(instant, locale, directory.tenant.settings.calendar.zone) }
}

/** The facts of a report, line by line. */
export function presentFacts(shown: ReportFile, locals: Locals): readonly SummaryRow[] {
  const { report, names, events, duplicateOfNumber } = shown
  const { words, directory, locale } = locals
  const { file } = words.desk
  const { calendar } = directory.tenant.settings
  const day = (instant: Date) => writeDay(instant, locale, calendar.zone)
  const owner = report.ownerOffice
    ? [officeName(report.ownerOffice, locals), report.ownerPerson ? names.get(report.ownerPerson) : null]
        .filter(Boolean)
        .join(' · ')
    : fill(words.desk.unowned, { office: officeName(report.routedOffice, locals) })
  const { start, pauses } = termRun(report.submittedAt, events)
  const clock = { due: report.resolutionDue, pausedAt: report.pausedAt }
  const state = termState(clock, start, locals.installation.world.now(), calendar, pauses)
  const resolution = isOpen(report.stage) ? `${day(report.resolutionDue)} (${file.term[state]})` : day(report.resolutionDue)
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [file.kind, words.reports.kind[report.kind]],
    [file.category, categoryName(report.category, locals)],
    [file.service, serviceName(shown, locals)],
    ...presentWhy(shown, locals),
    [file.area, report.area ? directory.areas.get(report.area)?.name : null],
    [file.owner, owner],
    [file.plannedFor, report.plannedFor ? writeCivilDate(report.plannedFor, locale) : null],
    [file.recipient, report.recipient],
    [file.reason, report.declineReason ? words.reports.declineReason[report.declineReason] : null],
    [file.duplicateOf, duplicateOfNumber ? String(duplicateOfNumber) : null],
    [file.stars, report.stars === null ? null : fill(file.ofFive, { stars: report.stars })],
    [file.handOvers, report.handOvers > 0 ? String(report.handOvers) : null],
    [file.channel, words.reports.channel[report.channel]],
    [file.sent, writeMoment(report.submittedAt, locale, calendar.zone)],
    report.firstReplyAt ? [file.firstReplyDone, day(report.firstReplyAt)] : [file.firstReply, day(report.firstReplyDue)],
    [file.resolution, resolution],
    [file.visibility, sayVisibility(report, events, locals)],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** The service that somebody needs help with, or its category where the list did not have it. */
function serviceName({ service, events }: ReportFile, { words, locale }: Locals): string | null {
  if (service) return inLocale(service, locale)
  const category = events.find(({ kind }) => kind === 'submitted')?.detail.serviceCategory
  if (!category) return null
  return category === 'relazioni-con-il-pubblico' ? words.assistance.desk : words.vocabularies.categories[category]
}

/** Who sees it; where a word holds it back, which one. */
function sayVisibility(report: Report, events: readonly ReportEvent[], { words: { desk } }: Locals): string {
  if (!report.heldBack || report.moderation !== 'pending') return report.visible ? desk.file.public : desk.file.private
  const words = events.find(({ detail }) => detail.words)?.detail.words ?? []
  return fill(desk.file.heldBack, { words: words.join(', ') })
}

/** What was answered to the category's questions. */
export function presentAnswers({ report }: ReportFile, { directory, locale, words }: Locals): readonly SummaryRow[] {
  const asked = directory.categories.get(report.category)?.questions ?? []
  const others = [...directory.categories.values()].flatMap(({ questions }) => questions)
  // What was asked before the report was filed elsewhere is still said.
  const before = Object.keys(report.answers).filter((code) => !asked.some((question) => question.code === code))
  const known = before.flatMap((code) => others.find((question) => question.code === code) ?? [])
  return sayAnswers([...asked, ...known], report.answers, locale, words.questions)
}

export function presentMessages(
  { report, messages, attachments, names, events }: ReportFile,
  staff: Staff,
  locals: Locals,
): readonly ShownMessage[] {
  const { desk, talk } = locals.words
  const named = new Map(events.map(({ id, detail }) => [id, detail.mentions ?? []]))
  const told = ({ event, kind }: Message) =>
    kind === 'note' ? (named.get(event) ?? []).map((one) => names.get(one) ?? desk.who.staff).join(', ') : ''
  const rules = moveRules(locals.directory, report, locals.installation.world.now())
  const uses = [
    ...(mayReply(staff, report, rules).ok ? (['reply'] as const) : []),
    ...(mayMove(staff, 'resolve', report, rules, locals.installation.world.now()).ok ? (['resolve'] as const) : []),
  ]
  const proposalOf = ({ proposed }: Message) =>
    proposed ? { state: talk.proposal.state[proposed], uses: proposed === 'open' ? uses : [] } : undefined
  const writerOf = ({ fromAuthor, kind, account }: Message) => {
    if (fromAuthor) return desk.who.author
    return kind === 'comment' ? locals.words.author.somebody : ((account && names.get(account)) ?? desk.who.system)
  }
  return messages.map((message) => ({
    id: message.id,
    side: message.fromAuthor ? 'citizen' : message.kind === 'note' ? 'note' : 'body',
    kind: message.proposed ? talk.proposal.kind : desk.messageKind[message.kind],
    by: writerOf(message),
    at: momentOf(message.at, locals),
    proposal: proposalOf(message),
    review: message.kind === 'comment' ? message.moderation : undefined,
    text: withoutPersonal(message.text, locals.words.templates.forStaff),
    attachments: attachments
      .filter(({ message: of }) => of === message.id)
      .map(({ id, kind, name }) => ({ href: `/file/${id}/${kind === 'photo' ? 'large' : 'document'}`, name })),
    told: told(message) ? fill(talk.mention.told, { names: told(message) }) : undefined,
  }))
}

/** The history, newest first, each line in plain words. */
export function presentEvents(events: readonly ReportEvent[], file: ReportFile, locals: Locals) {
  return events.toReversed().map((event) => ({
    id: event.id,
    at: momentOf(event.at, locals),
    title: sayEvent(event, file, locals),
    text: previousText(event, locals),
    by: actorName(event.actor, file, locals),
  }))
}

/** What everyone read before: here, where staff alone look, it is kept. */
function previousText({ detail }: ReportEvent, { words }: Locals): string | undefined {
  if (detail.previousDescription === undefined) return undefined
  const { before } = words.corrections.text
  return fill(before, { title: detail.previousTitle ?? '', description: detail.previousDescription })
}
