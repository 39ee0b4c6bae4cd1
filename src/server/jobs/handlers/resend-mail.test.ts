import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id, ReportId } from '#domain/shared/id.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import { MailRejected } from '#server/gateways/mail.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listMailLog } from '#server/storage/mail-log.ts'
import { resendMail } from '#server/use-cases/reports/resend-mail.ts'
import { openTown, type Town } from '#tests/town.ts'

const mailer = fakeMailer()
let town: Town
beforeAll(async () => {
  town = await openTown({ mailer })
})
afterAll(() => town.close())

const log = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listMailLog(reader, report))).filter(({ recipient }) => recipient === 'author')
const failing = async () =>
  (await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))).mail_failed
const resend = (report: ReportId, mail: Id<'mail'>, by = town.desk) =>
  resendMail(town.world, town.tenant, { report, by, seenVersion: null, mail })

/** A report whose confirmation was refused for good. */
async function refused() {
  const report = await town.report()
  mailer.failWith(new MailRejected('550 5.1.1 no such user'))
  await town.runJobs()
  mailer.failWith(null)
  const [mail] = await log(report.id)
  if (!mail) throw new Error('no mail')
  return { report: report.id, mail: mail.id }
}

describe('a letter that did not arrive', () => {
  test('lies in the inbox, is sent again as a letter of its own, and is made good by it', async () => {
    const { report, mail } = await refused()
    expect(await failing()).toBe(1)
    expect(await resend(report, mail)).toMatchObject({ ok: true })
    expect(await resend(report, mail)).toEqual({ ok: false, refusal: 'mail_under_way' })
    expect(await log(report)).toMatchObject([{ state: 'failed' }, { state: 'queued', attempt: 1 }])
    await town.runJobs()
    const sent = mailer.sent.filter(({ subject }) => subject.startsWith('Abbiamo ricevuto'))
    expect(sent).toHaveLength(1)
    expect(await log(report)).toMatchObject([
      { state: 'failed', attempt: 0, madeGood: true },
      { state: 'sent', attempt: 1, madeGood: false },
    ])
    expect(await failing()).toBe(0)
  })

  test('stays there when it fails again', async () => {
    const { report, mail } = await refused()
    const before = await failing()
    await resend(report, mail)
    mailer.failWith(new MailRejected('550 5.1.1 no such user'))
    await town.runJobs()
    mailer.failWith(null)
    expect(await log(report)).toMatchObject([{ state: 'failed' }, { state: 'failed', attempt: 1, madeGood: false }])
    expect(await failing()).toBe(before)
  })
})

describe('sending again is refused', () => {
  test('to whoever is not of the desk: not_yours', async () => {
    const { report, mail } = await refused()
    expect(await resend(report, mail, town.roads)).toEqual({ ok: false, refusal: 'not_yours' })
  })

  test('for a letter of another report: no_such_mail', async () => {
    const [one, other] = [await refused(), await refused()]
    expect(await resend(one.report, other.mail)).toEqual({ ok: false, refusal: 'no_such_mail' })
  })

  test('while it is being tried: mail_under_way, until it has waited for an hour; then the new letter goes alone', async () => {
    const report = await town.report()
    mailer.failWith(new Error('connect ECONNREFUSED'))
    await town.runJobs().catch(() => undefined)
    mailer.failWith(null)
    const [mail] = await log(report.id)
    if (!mail) throw new Error('no mail')
    expect(await resend(report.id, mail.id)).toEqual({ ok: false, refusal: 'mail_under_way' })
    town.setNow(new Date(town.world.now().getTime() + 3_600_000))
    expect(await resend(report.id, mail.id)).toMatchObject({ ok: true })
    await town.installation.handlers['mail.to-author']({ tenant: town.tenant, report: report.id, event: mail.event })
    await town.runJobs()
    expect(mailer.sent.filter(({ subject }) => subject.includes(`n. ${report.number}:`))).toHaveLength(1)
    expect(await log(report.id)).toMatchObject([
      { state: 'failed', madeGood: true, error: 'connect ECONNREFUSED' },
      { state: 'sent', attempt: 1 },
    ])
  })

  test('where the author has no address any more: author_unreachable', async () => {
    const { report, mail } = await refused()
    await town.world.transaction(town.tenant, (tx) =>
      tx.db.updateTable('author').where('author.tenant_id', '=', town.tenant).set({ email: null }).execute(),
    )
    expect(await resend(report, mail)).toEqual({ ok: false, refusal: 'author_unreachable' })
  })
})
