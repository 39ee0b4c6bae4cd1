import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { EventId, Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { type LoggedMail, listMailLog } from '#server/storage/mail-log.ts'
import type { World } from '#server/world.ts'

export type ResendMail = Asked & { readonly mail: Id<'mail'> }

type CannotResend = MayRefusal | 'no_such_mail' | 'mail_under_way' | 'author_unreachable'

export type ResendMailRefusal = CannotResend | ConflictRefusal

/** The queue has given up what it could not send for so long. */
const triedFor = 86_400_000

function isUnderWay({ state, at }: LoggedMail, now: Date): boolean {
  return state === 'queued' && now.getTime() - at.getTime() < triedFor
}

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
      if (!author?.email) return refuse('author_unreachable')
      const attempt = 1 + Math.max(...tried.map((one) => one.attempt))
      await tx.later('mail.to-author', { tenant, report: report.id, event: mail.event, attempt })
      return done({ report, event: { kind: 'mail_resent', detail: { mail: mail.event } }, words: null })
    }),
  )
}
