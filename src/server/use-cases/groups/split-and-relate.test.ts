import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import type { AttachmentId, ReportId } from '#domain/shared/id.ts'
import { insertAttachment, listReportAttachments, photoKey } from '#server/storage/attachments.ts'
import { listEvents } from '#server/storage/events.ts'
import { areRelated } from '#server/storage/relations.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { setRules } from '#server/use-cases/routing/set-rules.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { relateReports } from './relate-reports.ts'
import { splitReport } from './split-report.ts'
import { unrelateReports } from './unrelate-reports.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const ask = (report: Report) => ({ report: report.id, by: town.desk, seenVersion: report.version })
const part = (code: string, files: readonly AttachmentId[] = []) => ({
  category: town.category(code).id,
  office: null,
  title: `Parte ${code}`,
  description: 'Quello che riguarda questo ufficio.',
  files,
})
const kindsOf = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, report))).map(({ kind }) => kind)

async function hang(report: ReportId, fromAuthor = true): Promise<AttachmentId> {
  const id = town.world.newId<'attachment'>()
  for (const size of ['small', 'medium', 'large'] as const)
    await town.world.files.put(photoKey(id, size), new Uint8Array([1]), 'image/webp')
  const picture = {
    id,
    report,
    draft: null,
    message: null,
    kind: 'photo',
    key: id,
    name: 'a.jpg',
    mediaType: 'image/webp',
  } as const
  const rest = {
    bytes: 1,
    width: 1,
    height: 1,
    foundPlace: null,
    sourceUrl: null,
    moderation: 'pending',
    fromAuthor,
  } as const
  await town.world.transaction(town.tenant, (tx) =>
    insertAttachment(tx, { ...picture, ...rest, position: 0, at: town.world.now() }),
  )
  return id
}

describe('splitting', () => {
  test('makes reports of their own for other offices, with one letter that names them all', async () => {
    const whole = await town.report()
    const photo = await hang(whole.id)
    await town.runJobs()
    const before = town.letters.length
    const split = await splitReport(town.world, town.tenant, { ...ask(whole), parts: [part('tree', [photo]), part('pothole')] })
    if (!split.ok) throw new Error(split.refusal)
    const parts = await Promise.all(split.value.map((id) => town.read(id)))
    expect(parts.map(({ routedOffice }) => routedOffice)).toEqual([town.office('parks'), town.office('roads')])
    expect(parts.map(({ author }) => author)).toEqual([whole.author, whole.author])
    expect(await kindsOf(whole.id)).toEqual(['submitted', 'split'])
    expect(await kindsOf(split.value[0] as ReportId)).toEqual(['submitted', 'split_off'])
    const [copy] = await town.world.read(town.tenant, (reader) => listReportAttachments(reader, split.value[0] as ReportId))
    expect([...((await town.world.files.get(photoKey(copy?.key ?? '', 'large'))) ?? [])]).toEqual([1])
    expect(copy?.key).not.toBe(photo)
    await town.runJobs()
    const letters = town.letters.slice(before).filter(({ to }) => to.address === 'ada@example.org')
    expect(letters).toHaveLength(1)
    for (const { number } of parts) expect(letters[0]?.text).toContain(`n. ${number}`)
  })

  test('takes along only what came from the author', async () => {
    const whole = await town.report()
    const photo = await hang(whole.id, false)
    const split = await splitReport(town.world, town.tenant, { ...ask(whole), parts: [part('tree', [photo])] })
    expect(split).toMatchObject({ refusal: 'parts_wrong', problems: [{ part: 0, refusal: 'no_such_photo' }] })
  })

  test('sends each part where the rules send a new report, and says which', async () => {
    const conditions = [{ about: 'category', categories: [town.category('tree').id], not: false }] as const
    const effects = { ...noEffects, office: town.office('roads'), person: town.roads.account, priority: 'urgent' } as const
    const rule: RoutingRule = { id: town.world.newId() as RuleId, name: 'Alberi', active: true, conditions, effects, stop: false }
    await setRules(town.world, town.tenant, { by: town.admin, change: { change: 'put', rule }, seen: null })
    town.setNow(new Date(monday.getTime() + 60_000))
    const whole = await town.report()
    const split = await splitReport(town.world, town.tenant, { ...ask(whole), parts: [part('tree')] })
    const [born] = split.ok ? split.value : []
    if (!born) throw new Error('not split')
    expect(await town.read(born)).toMatchObject({ ownerPerson: town.roads.account, stage: 'in_charge', priority: 'urgent' })
    expect(await kindsOf(born)).toEqual(['submitted', 'rules_applied', 'split_off', 'taken_in_charge'])
  })

  test('is refused whole: what is wrong is said part by part, and nothing is left behind', async () => {
    const whole = await town.report()
    const closed = await town.report()
    const move = { act: 'resolve', text: 'Fatto.' } as const
    await moveReport(town.world, town.tenant, { ...ask(closed), move, channel: 'web' })
    const wrong = [part('tree'), { ...part('tree'), title: '' }]
    const split = (wanted: Parameters<typeof splitReport>[2]) => splitReport(town.world, town.tenant, wanted)
    expect(await split({ ...ask(whole), parts: wrong })).toMatchObject({
      refusal: 'parts_wrong',
      problems: [{ part: 1, refusal: 'title_missing' }],
    })
    expect(await split({ ...ask(whole), parts: [] })).toMatchObject({ refusal: 'parts_missing' })
    expect(await split({ ...ask(whole), parts: Array(11).fill(part('tree')) })).toMatchObject({ refusal: 'too_many_parts' })
    expect(await split({ ...ask(whole), seenVersion: 9, parts: [part('tree')] })).toMatchObject({ refusal: 'old_version' })
    expect(await split({ ...ask(whole), by: town.roads, parts: [part('tree')] })).toMatchObject({ refusal: 'not_yours' })
    expect(await split({ ...ask(closed), parts: [part('tree')] })).toMatchObject({ refusal: 'wrong_stage' })
    const nowhere = town.world.newId<'report'>()
    expect(await split({ ...ask(whole), report: nowhere, parts: [part('tree')] })).toMatchObject({ refusal: 'no_such_report' })
    expect(await kindsOf(whole.id)).toEqual(['submitted'])
  })
})

describe('linking', () => {
  const relate = (one: Report, other: ReportId | null, note = 'stesso cantiere') =>
    relateReports(town.world, town.tenant, { ...ask(one), seenVersion: null, other, note })

  test('holds both ways, once, until it is taken away from either side', async () => {
    const [one, other] = [await town.report(), await town.report()]
    expect(await relate(one, other.id)).toMatchObject({ ok: true })
    expect(await relate(other, one.id)).toEqual({ ok: false, refusal: 'nothing_changes' })
    const read = () => town.world.read(town.tenant, (reader) => areRelated(reader, other.id, one.id))
    expect(await read()).toBe(true)
    expect(await kindsOf(other.id)).toEqual(['submitted', 'related'])
    const away = { ...ask(other), seenVersion: null, other: one.id }
    expect(await unrelateReports(town.world, town.tenant, away)).toMatchObject({ ok: true })
    expect(await read()).toBe(false)
    expect(await unrelateReports(town.world, town.tenant, away)).toEqual({ ok: false, refusal: 'nothing_changes' })
  })

  test('is refused by name', async () => {
    const report = await town.report()
    expect(await relate(report, null)).toEqual({ ok: false, refusal: 'other_report_missing' })
    expect(await relate(report, town.world.newId<'report'>())).toEqual({ ok: false, refusal: 'other_report_unknown' })
    expect(await relate(report, report.id)).toEqual({ ok: false, refusal: 'other_report_itself' })
    expect(await relate(report, (await town.report()).id, 'x'.repeat(501))).toEqual({ ok: false, refusal: 'text_too_long' })
  })
})
