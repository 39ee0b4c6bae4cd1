import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id, ReportId } from '#domain/shared/id.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import type { JobName } from '#server/jobs/catalogue.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listStaff } from '#server/queries/people/list-staff.ts'
import { listFailedJobs } from '#server/storage/failed-jobs.ts'
import { listMailLog, type Recipient } from '#server/storage/mail-log.ts'
import { invitePerson } from '#server/use-cases/people/invite-person.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { settleFailedJob } from '#server/use-cases/settings/settle-failed-job.ts'
import { openTown, type Town } from '#tests/town.ts'

const mailer = fakeMailer()
let town: Town
let pictures: 'away' | 'there' = 'away'
beforeAll(async () => {
  const fetchMedia = async () => {
    if (pictures === 'away') throw new Error('certificate has expired')
    return { ok: false, refusal: 'not-found' } as const
  }
  town = await openTown({ mailer, fetchMedia })
})
afterAll(() => town.close())

/** The queue has come to its last try of everything that waits in one of its lines, and that fails as well. */
async function giveUp(name: JobName): Promise<void> {
  await sql`update pgboss.job set retry_limit = retry_count where name = ${name} and state < 'completed'`.execute(
    town.installation.database.shared,
  )
  mailer.failWith(new Error('connect ECONNREFUSED 10.0.0.1:25'))
  for (let waiting = true; waiting; ) {
    waiting = await town.runJobs().then(
      () => false,
      () => true,
    )
  }
  mailer.failWith(null)
}

const log = async (report: ReportId, to: Recipient) =>
  (await town.world.read(town.tenant, (reader) => listMailLog(reader, report))).filter(({ recipient }) => recipient === to)
const failing = async () =>
  (await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))).mail_failed
const list = () => town.world.read(town.tenant, (reader) => listFailedJobs(reader, 9))

describe('what the queue has given up', () => {
  test('is, of a letter to the author, a mail that failed, with its reason, and lies in the inbox', async () => {
    const report = await town.report()
    await giveUp('mail.to-author')
    expect(await log(report.id, 'author')).toMatchObject([{ state: 'failed', error: 'connect ECONNREFUSED 10.0.0.1:25' }])
    expect(await failing()).toBe(1)
    expect(await list()).toEqual([])
  })

  test('is, of a letter to the staff, a mail that failed on its report', async () => {
    const report = await town.report()
    await town.runJobs()
    const note = { report: report.id, by: town.desk, seenVersion: null, text: 'Vedi', mentions: [town.parks.account] }
    await writeNote(town.world, town.tenant, note)
    await giveUp('mail.to-staff')
    expect(await log(report.id, 'staff')).toMatchObject([
      { template: 'submitted', state: 'sent' },
      { template: 'noted', state: 'failed' },
    ])
    expect(await list()).toEqual([])
  })

  test('is, of an invitation, seen with the person', async () => {
    const ask = { by: town.admin, email: 'lontana@town.example', name: 'Lia Lontana', memberships: town.parks.memberships }
    const invited = await invitePerson(town.world, town.tenant, ask)
    await giveUp('mail.invitation')
    const [person] = await town.world.read(town.tenant, (reader) =>
      listStaff(reader, '2026-05-11', invited.ok ? invited.value : town.admin.account),
    )
    expect(person?.invited?.mail).toBe('failed')
  })

  test('is, of anything else, in a list from which an administrator has it tried again', async () => {
    const report = await town.report({ mediaUrls: ['https://example.org/a.jpg'] })
    await giveUp('media.fetch')
    const [failed, ...others] = await list()
    expect(others).toEqual([])
    expect(failed).toMatchObject({ name: 'media.fetch', report: report.number, error: 'Error: certificate has expired' })
    const job = failed?.id ?? ('' as Id<'job'>)
    const settle = (by = town.admin, how: 'again' | 'leave' = 'again') =>
      settleFailedJob(town.world, town.tenant, { by, job, how })
    expect(await settle(town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await settle()).toMatchObject({ ok: true })
    expect(await list()).toEqual([])
    expect(await settle()).toEqual({ ok: false, refusal: 'no_such_job' })
    await giveUp('media.fetch')
    const [again] = await list()
    await settleFailedJob(town.world, town.tenant, { by: town.admin, job: again?.id ?? job, how: 'leave' })
    pictures = 'there'
    await town.runJobs()
    expect(await list()).toEqual([])
  })
})
