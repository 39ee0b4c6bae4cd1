import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import type { Triage } from '#domain/reports/triage.ts'
import type { AreaId, OfficeId } from '#domain/shared/id.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { openTown, type Town } from '#tests/town.ts'
import { triageReport } from './triage-report.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const asItIs = (report: Report): Triage => ({
  kind: report.kind,
  category: report.category,
  area: report.area,
  priority: report.priority,
  owner: null,
  note: '',
  take: 'routed',
  observers: report.observers,
  moderation: 'as_it_is',
  dueOn: null,
  dueReason: '',
})
const triage = (report: Report, wanted: Partial<Triage>, by: Staff = town.desk, seenVersion: number | null = report.version) =>
  triageReport(town.world, town.tenant, { report: report.id, by, seenVersion, wanted: { ...asItIs(report), ...wanted } })
const kinds = async (report: Report) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))).map(({ kind }) => kind)

async function taken(): Promise<Report> {
  const report = await town.report()
  await triage(report, { owner: { office: town.office('roads'), person: null }, take: 'in_charge' })
  return town.read(report.id)
}

describe('a triage', () => {
  test('does everything in one gesture, each an event of its own', async () => {
    const report = await town.report()
    const done = await triage(report, {
      kind: 'complaint',
      priority: 'urgent',
      owner: { office: town.office('roads'), person: town.roads.account },
      take: 'in_charge',
      observers: [town.office('parks')],
      moderation: 'approved',
      dueOn: '2026-05-20',
      dueReason: 'Prima della sagra.',
    })
    expect(done.ok).toBe(true)
    const after = await town.read(report.id)
    expect(after).toMatchObject({
      kind: 'complaint',
      priority: 'urgent',
      stage: 'in_charge',
      ownerOffice: town.office('roads'),
      ownerPerson: town.roads.account,
      observers: [town.office('parks')],
      moderation: 'approved',
      visible: true,
      authorWaitsSince: null,
    })
    expect(after.resolutionDue.toISOString().slice(0, 10)).toBe('2026-05-20')
    expect(await kinds(report)).toEqual([
      'submitted',
      'classified',
      'prioritised',
      'term_set',
      'taken_in_charge',
      'observers_changed',
      'moderated',
    ])
    const notes = await town.world.read(town.tenant, (reader) => listMessages(reader, report.id, ['note']))
    expect(notes.map(({ text }) => text)).toEqual(['Prima della sagra.'])
    expect(after.version).toBe(report.version + 6)
  })

  test('sends what nobody has to another office, and leaves it there to be taken in charge', async () => {
    const report = await town.report()
    await triage(report, { owner: { office: town.office('parks'), person: null } })
    expect(await town.read(report.id)).toMatchObject({
      stage: 'submitted',
      routedOffice: town.office('parks'),
      ownerOffice: null,
    })
  })

  test('is all or nothing', async () => {
    const report = await town.report()
    const half = await triage(report, { priority: 'high', dueOn: '2026-05-17', dueReason: 'di domenica' })
    expect(half).toEqual({ ok: false, refusal: 'day_closed' })
    expect((await town.read(report.id)).priority).toBe('normal')
    expect(await kinds(report)).toEqual(['submitted'])
  })

  test.each<readonly [string, Partial<Triage>]>([
    ['nothing_changes', {}],
    ['date_past', { dueOn: '2026-05-01', dueReason: 'x' }],
    ['term_reason_missing', { dueOn: '2026-05-20', dueReason: ' ' }],
    ['text_too_long', { dueOn: '2026-05-20', dueReason: 'a'.repeat(5001) }],
    ['place_decides', { area: null }],
    ['not_in_charge', { moderation: 'approved' }],
    ['area_unknown', { area: '00000000-0000-7000-8000-000000000000' as AreaId }],
    ['office_unknown', { observers: ['00000000-0000-7000-8000-000000000000' as OfficeId] }],
    ['office_unknown', { owner: { office: '00000000-0000-7000-8000-000000000000' as OfficeId, person: null } }],
  ])('is refused: %s', async (refusal, wanted) => {
    expect(await triage(await town.report(), wanted)).toEqual({ ok: false, refusal })
  })

  test('is refused for a category that does not take the kind, and for a person of another office', async () => {
    const report = await town.report()
    const office = town.office('roads')
    const nowhere = town.world.newId<'category'>()
    expect(await triage(report, { category: nowhere })).toMatchObject({ refusal: 'category_unknown' })
    const other = { owner: { office, person: town.parks.account }, take: 'in_charge' } as const
    expect(await triage(report, other)).toMatchObject({ refusal: 'person_unknown' })
  })

  test('is the desk’s; the manager of the office that has it says priority, person and observers', async () => {
    const report = await taken()
    const byManager = (wanted: Partial<Triage>) => triage(report, wanted, town.roads, null)
    expect((await byManager({ priority: 'high' })).ok).toBe(true)
    const mine = { owner: { office: town.office('roads'), person: town.roads.account } }
    expect((await triage(await town.read(report.id), { ...mine, priority: 'high' }, town.roads, null)).ok).toBe(true)
    const now = await town.read(report.id)
    expect(await triage(now, { kind: 'complaint' }, town.roads)).toMatchObject({ refusal: 'not_yours' })
    expect(await triage(now, { dueOn: '2026-05-20', dueReason: 'x' }, town.roads)).toMatchObject({ refusal: 'not_yours' })
    expect(await triage(now, { priority: 'low' }, town.parks)).toMatchObject({ refusal: 'not_yours' })
  })

  test('is refused over an old version, and of a report that is not there', async () => {
    const report = await town.report()
    expect(await triage(report, { priority: 'high' }, town.desk, 7)).toMatchObject({ refusal: 'old_version' })
    const gone = { ...report, id: town.world.newId<'report'>() }
    expect(await triage(gone, { priority: 'high' })).toMatchObject({ refusal: 'no_such_report' })
  })
})
