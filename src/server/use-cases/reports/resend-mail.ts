import { isUnderWay } from '#domain/conversations/mail-state.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { EventId, Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { tellAuthor } from '#server/storage/author-mail.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import { endMails, type LoggedMail, listMailLog } from '#server/storage/mail-log.ts'
import type { World } from '#server/world.ts'

export type ResendMail = Asked & { readonly mail: Id<'mail'> }

type CannotResend = MayRefusal | 'no_such_mail' | 'mail_under_way' | 'author_unreachable'

export type ResendMailRefusal = CannotResend | ConflictRefusal

/** A letter to the author is written anew and sent again, to the address that they have now; what was sent before stays written down. */
export async function resendMail(world: World, tenant: TenantId, ask: ResendMail): Promise<Result<EventId, ResendMailRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<CannotResend>(world, tx, ask, async (report) => {
      const allowed = may(ask.by, 'resend_mail', report)
      if (!allowed.ok) return allowed
      const mails = await listMailLog(tx, report.id)
      const mail = mails.find(({ id }) => id === ask.mail)
      if (mail?.recipient !== 'author') return refuse('no_such_mail')
      const tried = mails.filter(({ event, recipient }) => event === mail.event && recipient === 'author')
      if (tried.some((one) => isUnderWay(one, world.now()))) return refuse('mail_under_way')
      const author = report.author ? await readAuthor(tx, report.author) : null
      if (!report.author || !author?.email) return refuse('author_unreachable')
      await giveUpWaiting(tx, tried, world.now())
      const attempt = 1 + Math.max(...tried.map((one) => one.attempt))
      await tellAuthor(world, tx, { report: report.id, author: report.author, event: mail.event, kind: mail.template, attempt })
      return done({ report, event: { kind: 'mail_resent', detail: { mail: mail.event } }, words: null })
    }),
  )
}

/** What waits still has waited too long: the letter that goes now takes its place, and the queue finds nothing to send. */
async function giveUpWaiting(tx: Tx, tried: readonly LoggedMail[], at: Date): Promise<void> {
  for (const { event, recipient, attempt, state } of tried)
    if (state === 'queued') await endMails(tx, { event, recipient, attempt }, { state: 'failed', error: null, at })
}
