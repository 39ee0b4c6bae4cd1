import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import { mayMove } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { policyFor } from '#domain/reports/visibility.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { ShownMessage } from '#lib/components/conversation.ts'
import type { ShownPhoto } from '#lib/components/photo.ts'
import { sayAnswers } from '#lib/components/questions/say-answers.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeCivilDate, writeDay, writeMoment } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { FollowedReport } from '#server/queries/author/read-followed-report.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import type { Directory } from '#server/storage/directory.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { tellEvent } from './tell-history.server.ts'

const day = 86_400_000

export type Showing = {
  readonly directory: Directory
  readonly locale: Locale
  readonly words: Dictionary
  readonly now: Date
  readonly token: string
}

/** Where the report stands: who has it, what was promised, and what is late. */
export function showState(report: Report, showing: Showing): readonly SummaryRow[] {
  const { facts } = showing.words.author
  const rows: SummaryRow[] = []
  const say = (label: string, value: string | null) => value !== null && rows.push({ label, value })
  const office = report.ownerOffice ? showing.directory.offices.get(report.ownerOffice) : undefined
  const open = isOpen(report.stage)
  say(facts.office, open && office ? inLocale(office.name, showing.locale) : null)
  say(facts.recipient, report.recipient)
  say(facts.planned, report.plannedFor && writeCivilDate(report.plannedFor, showing.locale))
  if (open && report.firstReplyAt === null) {
    say(facts.firstReply, promise(report.firstReplyDue, facts.firstReplyLate, showing))
  }
  if (report.stage === 'waiting') say(facts.pausedLabel, facts.paused)
  else if (open) say(facts.resolution, promise(report.resolutionDue, facts.resolutionLate, showing))
  say(facts.closed, report.closedAt && dayOf(report.closedAt, showing))
  say(facts.reason, report.declineReason && showing.words.reports.declineReason[report.declineReason])
  return rows
}

function promise(due: Date, late: string, showing: Showing): string {
  const date = dayOf(due, showing)
  return showing.now > due ? fill(late, { date }) : date
}

function dayOf(instant: Date, { directory, locale }: Showing): string {
  return writeDay(instant, locale, directory.tenant.settings.calendar.zone)
}

function momentOf(instant: Date, { directory, locale }: Showing) {
  return { iso: instant.toISOString(), text: writeMoment(instant, locale, directory.tenant.settings.calendar.zone) }
}

/** What the author sent, as it is filed today. */
export function showSent({ report, events, service }: FollowedReport, showing: Showing): readonly SummaryRow[] {
  const { directory, locale, words } = showing
  const labels = words.author.report
  const category = directory.categories.get(report.category)
  const chosen = events.find(({ kind }) => kind === 'submitted')?.detail.office
  const addressee = chosen && directory.offices.get(chosen)
  const area = report.area ? directory.areas.get(report.area) : undefined
  const rows: (readonly [string, string | undefined | null])[] = [
    [labels.title, report.title],
    [labels.kind, words.reports.kind[report.kind]],
    [labels.service, service && inLocale(service, locale)],
    [labels.office, addressee && inLocale(addressee.name, locale)],
    [labels.category, report.kind === 'assistance' ? null : category && inLocale(category.name, locale)],
    [labels.place, report.address],
    [labels.area, area?.name],
    [labels.description, report.description],
    [labels.sent, momentOf(report.submittedAt, showing).text],
  ]
  const said = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return [...said, ...showAnswers(report, showing)]
}

function showAnswers(report: Report, { directory, locale, words }: Showing): readonly SummaryRow[] {
  const questions = directory.categories.get(report.category)?.questions ?? []
  return sayAnswers(questions, report.answers, locale, words.questions)
}

/** What everyone sees of it, and why no more. */
export function showPublic(report: Report, { directory, words }: Showing): { text: string; href: string | null } {
  const says = words.author.public
  const policy = policyFor(directory.categories.get(report.category) ?? {}, directory.tenant.settings.publication)
  if (report.visible) return { text: says.visible, href: `/segnalazioni/${report.number}` }
  const text = () => {
    if (report.kind === 'assistance') return says.assistance
    if (report.stage === 'withdrawn') return says.withdrawn
    if (!report.consent) return says.noConsent
    if (policy === 'never') return says.never
    return report.moderation === 'rejected' ? says.rejected : says.pending
  }
  return { text: text(), href: null }
}

/** What happened, newest first, as the author is told. */
export function showHistory(followed: FollowedReport, showing: Showing) {
  const { author, reports } = showing.words
  return followed.events
    .flatMap((event) => {
      const title = tellEvent(event, { directory: showing.directory, locale: showing.locale, author, reports })
      return title === null ? [] : [{ id: event.id, at: momentOf(event.at, showing), title }]
    })
    .reverse()
}

/** What was said between author and body. */
export function showConversation({ messages, attachments }: FollowedReport, showing: Showing): readonly ShownMessage[] {
  const { author } = showing.words
  const body = showing.directory.tenant.settings.name
  return messages.flatMap(({ id, kind, text, fromAuthor, at }): readonly ShownMessage[] => {
    if (kind === 'note') return []
    const ofBody = kind === 'question' || kind === 'reply'
    const other = kind === 'comment' && !fromAuthor
    return [
      {
        id,
        side: ofBody ? 'body' : 'citizen',
        kind: author.messageKind[kind],
        by: ofBody ? body : other ? author.somebody : author.you,
        at: momentOf(at, showing),
        text: ofBody ? withoutPersonal(text, showing.words.templates.neutral) : text,
        attachments: attachments
          .filter(({ message }) => message === id)
          .map((attachment) => ({ href: fileHref(attachment, 'large', showing), name: attachment.name })),
      },
    ]
  })
}

/** Photos and documents of the report itself; the key in the address is the private link's own. */
export function showFiles({ report, attachments }: FollowedReport, showing: Showing) {
  const { author } = showing.words
  const own = attachments.filter(({ message }) => message === null)
  const photos = own.filter(({ kind }) => kind === 'photo')
  const pending = photos.filter(({ moderation }) => moderation === 'pending').length
  return {
    photos: photos.map(
      (photo, index): ShownPhoto => ({
        thumbnail: fileHref(photo, 'small', showing),
        large: fileHref(photo, 'large', showing),
        alt: fill(author.photo, { n: index + 1 }),
      }),
    ),
    pending: pending > 0 && report.kind !== 'assistance' ? count(showing.locale, author.photosPending, pending) : null,
    documents: own
      .filter(({ kind }) => kind === 'document')
      .map((document) => ({ href: fileHref(document, 'large', showing), name: document.name })),
  }
}

function fileHref({ id, kind }: Attachment, size: 'small' | 'large', { token }: Showing): string {
  return `/file/${id}/${kind === 'photo' ? size : 'document'}?chiave=${token}`
}

/** Whether the author may reopen, until when, or why not; null while there is nothing to reopen. */
export function showReopening(report: Report, showing: Showing): { open: boolean; text: string } | null {
  if (isOpen(report.stage)) return null
  const { reopen } = showing.words.author
  const rules = moveRules(showing.directory, report, showing.now)
  const allowed = mayMove({ kind: 'author', report: report.id }, 'reopen', report, rules, showing.now)
  if (!allowed.ok) {
    if (allowed.refusal === 'term_over') {
      return { open: false, text: count(showing.locale, reopen.term_over, rules.reopenDays) }
    }
    return { open: false, text: allowed.refusal === 'body_forbids' ? reopen.body_forbids : reopen.wrong_stage }
  }
  const until = new Date((report.closedAt ?? showing.now).getTime() + rules.reopenDays * day)
  return { open: true, text: fill(reopen.text, { date: dayOf(until, showing) }) }
}
