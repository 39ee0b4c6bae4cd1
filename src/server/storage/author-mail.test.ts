import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import type { AuthorId, ReportId } from '#domain/shared/id.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { writeReply } from '#server/use-cases/reports/write-reply.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'
import { readAuthor, saveAuthor } from './authors.ts'
import { listMailLog } from './mail-log.ts'

const mailer = fakeMailer()
let town: Town
beforeAll(async () => {
  town = await openTown({ mailer })
})
afterAll(() => town.close())

const log = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listMailLog(reader, report))).filter(({ recipient }) => recipient === 'author')
const sentTo = ({ number }: Report) =>
  mailer.sent.filter(({ subject }) => subject.includes(`n. ${number}:`)).map(({ to }) => to.address)
const correctAddress = ({ author }: Report, email: string | null) =>
  town.world.transaction(town.tenant, async (tx) => {
    const known = await readAuthor(tx, author as AuthorId)
    if (known) await saveAuthor(tx, author as AuthorId, { ...known, email })
  })

describe('a letter to the author', () => {
  test('is in the log from when it is asked for, and only then goes', async () => {
    const report = await town.report()
    const by = { report: report.id, by: town.desk, seenVersion: null, channel: 'web' } as const
    await moveReport(town.world, town.tenant, { ...by, move: { act: 'plan', date: '2026-05-20' } })
    expect(await log(report.id)).toMatchObject([
      { template: 'submitted', recipient: 'author', state: 'queued', subject: null, at: town.world.now() },
      { template: 'planned', state: 'queued', address: 'ada@example.org' },
    ])
    await town.runJobs()
    expect(await log(report.id)).toMatchObject([
      { state: 'sent', subject: expect.stringContaining('ricevuto') },
      { state: 'sent', subject: expect.stringContaining('intervento programmato') },
    ])
  })

  test('is not asked for where what it tells of is refused, or nobody left an address', async () => {
    const report = await town.report()
    await town.runJobs()
    const reply = { report: report.id, by: town.roads, seenVersion: null, text: 'Non si può' }
    expect(await writeReply(town.world, town.tenant, reply)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await log(report.id)).toHaveLength(1)
    const author = { ...plainReport(town.category('pothole').id).author, email: null }
    expect(await log((await town.report({ author, channel: 'phone' })).id)).toEqual([])
  })

  test('goes to the address that the author has when it goes, once', async () => {
    const report = await town.report()
    mailer.failWith(new Error('connect ECONNREFUSED'))
    await town.runJobs().catch(() => undefined)
    mailer.failWith(null)
    await correctAddress(report, 'ada@giusto.example')
    const [mail] = await log(report.id)
    const job = { tenant: town.tenant, report: report.id, event: mail?.event ?? ('' as never) }
    await town.installation.handlers['mail.to-author'](job)
    await town.installation.handlers['mail.to-author'](job)
    expect(sentTo(report)).toEqual(['ada@giusto.example'])
    expect(await log(report.id)).toMatchObject([{ address: 'ada@giusto.example', state: 'sent' }])
  })

  test('that nobody needs any more is not sent, and the log says so', async () => {
    const report = await town.report()
    await correctAddress(report, null)
    await town.runJobs()
    expect(sentTo(report)).toEqual([])
    expect(await log(report.id)).toMatchObject([{ state: 'skipped' }])
  })
})
