import { mailProblem } from '#domain/conversations/mail-problem.ts'
import { isUnderWay } from '#domain/conversations/mail-state.ts'
import type { Staff } from '#domain/people/actor.ts'
import { may } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { writePlace } from '#domain/shared/write-place.ts'
import type { ShownMail } from '#lib/components/desk/shown-mail.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import type { LoggedMail } from '#server/storage/mail-log.ts'
import { momentOf } from './present.server.ts'

/** Photos with what the desk decided of each, and documents; what the body sent is in the conversation. */
export function presentAttachments({ attachments, messages, report }: ReportFile, { words }: App.Locals) {
  const sent = new Set(messages.filter(({ kind }) => kind === 'reply' || kind === 'question').map(({ id }) => id))
  const own = attachments.filter(({ message }) => message === null || !sent.has(message))
  const photos = own.filter(({ kind }) => kind === 'photo')
  return {
    photos: photos.map(({ id, moderation }, at) => ({
      id,
      moderation,
      thumbnail: `/file/${id}/medium`,
      large: `/file/${id}/large`,
      alt: fill(words.desk.file.photo, { n: at + 1, title: report.title }),
    })),
    documents: own.filter(({ kind }) => kind === 'document').map(({ id, name }) => ({ href: `/file/${id}/document`, name })),
  }
}

/** Where it is, for the map and for the eye. */
export function presentPlace({ place, address }: Report) {
  return place ? { place, address, coordinates: writePlace(place) } : null
}

/** The mails, those that failed first, then the newest; what a server says names the address, which is for whoever may know it. */
export function presentMails({ mails, report }: ReportFile, staff: Staff, locals: App.Locals): readonly ShownMail[] {
  const { desk, talk } = locals.words
  const [mayKnowAddress, mayResend] = [may(staff, 'read_contacts', report).ok, may(staff, 'resend_mail', report).ok]
  const failed = ({ state, madeGood }: LoggedMail) => state === 'failed' && !madeGood
  const shown = mails.toSorted(
    (one, other) => Number(failed(other)) - Number(failed(one)) || other.at.getTime() - one.at.getTime(),
  )
  const state = ({ state: is, error, attempt, madeGood }: LoggedMail) => [
    desk.mailState[is],
    ...(error && is !== 'sent' ? [talk.mails.problem[mailProblem(error)]] : []),
    ...(madeGood ? [talk.mails.madeGood] : []),
    ...(attempt > 0 ? [fill(talk.mails.attempt, { n: attempt + 1 })] : []),
  ]
  return shown.map((mail) => ({
    id: mail.id,
    to: talk.mails.to[mail.recipient],
    subject: mail.subject ?? talk.mails.unwritten,
    state: state(mail).join(', '),
    failed: failed(mail),
    answer: mayKnowAddress && mail.state !== 'sent' ? mail.error : null,
    at: momentOf(mail.at, locals),
    mayResend: mayResend && mail.recipient === 'author' && !isUnderWay(mail, locals.installation.world.now()) && !mail.madeGood,
  }))
}
