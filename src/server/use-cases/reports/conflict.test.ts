import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import type { Result } from '#domain/shared/result.ts'
import { listEvents } from '#server/storage/events.ts'
import { openTown, type Town } from '#tests/town.ts'
import { assignReport } from './assign-report.ts'
import { classifyReport } from './classify-report.ts'
import { moderateReport } from './moderate-report.ts'
import { moveReport } from './move-report.ts'
import { writeReply } from './write-reply.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const writers = 50
const asked = ({ id: report, version }: Report) => ({ report, seenVersion: version, by: town.desk })
const take = (report: Report) =>
  moveReport(town.world, town.tenant, {
    ...asked(report),
    move: { act: 'take_in_charge', office: town.office('roads'), person: null },
    channel: 'web',
  })

type Write = (report: Report, nth: number) => Promise<Result<unknown, string>>

/** What fifty people do to one report at one moment, each of them having seen the same version. */
const writes: readonly (readonly [string, Write])[] = [
  ['move it', (report) => take(report)],
  ['close it', (report, nth) => close(report, `Risposta ${nth}`)],
  ['reply', (report, nth) => writeReply(town.world, town.tenant, { ...asked(report), text: `Risposta ${nth}` })],
  [
    'classify it',
    (report) =>
      classifyReport(town.world, town.tenant, { ...asked(report), kind: 'complaint', category: town.category('pothole').id }),
  ],
  [
    'do each something else',
    (report, nth) => {
      if (nth % 4 === 0) return take(report)
      if (nth % 4 === 1) return close(report, 'Fatto.')
      if (nth % 4 === 2) return writeReply(town.world, town.tenant, { ...asked(report), text: 'Ci stiamo lavorando.' })
      return moderateReport(town.world, town.tenant, { ...asked(report), moderation: 'rejected' })
    },
  ],
]

const close = (report: Report, text: string) =>
  moveReport(town.world, town.tenant, { ...asked(report), move: { act: 'resolve', text }, channel: 'web' })

describe('fifty at once', () => {
  test.each(writes)('%s: one wins, the others are told what changed', async (_, write) => {
    const report = await town.report()
    const answers = await Promise.all(Array.from({ length: writers }, (__, nth) => write(report, nth)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'old_version')).toHaveLength(writers - 1)
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    const since = events.filter(({ version }) => version > report.version)
    expect(since).toHaveLength(1)
    expect((await town.read(report.id)).version).toBe(report.version + 1)
  })

  test('assign it: one wins, and its counts are right afterwards', async () => {
    const report = await town.report()
    await take(report)
    const taken = await town.read(report.id)
    const offices = [town.office('parks'), town.office('urp')]
    const answers = await Promise.all(
      Array.from({ length: writers }, (__, nth) =>
        assignReport(town.world, town.tenant, { ...asked(taken), office: offices[nth % 2] ?? null, person: null }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { rows } = await town.world.read(town.tenant, async ({ db, tenant }) => ({
      rows: await db
        .selectFrom('inbox_count')
        .where('inbox_count.tenant_id', '=', tenant)
        .where('inbox_count.bucket', '=', 'work')
        .where('inbox_count.reports', '>', 0)
        .select(['office_id', 'reports'])
        .execute(),
    }))
    const owner = (await town.read(report.id)).ownerOffice
    expect(rows.find(({ office_id }) => office_id === owner)?.reports).toBeGreaterThan(0)
  })
})
