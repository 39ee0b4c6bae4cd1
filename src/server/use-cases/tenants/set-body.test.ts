import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listEvents } from '#server/storage/events.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { moderateReport } from '#server/use-cases/reports/moderate-report.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type SetBody, setBody } from './set-body.ts'

let town: Town
let before: TenantSettings
beforeAll(async () => {
  town = await openTown()
  before = await settings()
})
afterAll(() => town.close())

async function settings(): Promise<TenantSettings> {
  const found = await town.world.read(town.tenant, (reader) => bodyStore.read(reader, town.tenant))
  if (!found) throw new Error('the town has settings')
  return found
}

let minutes = 0
/** The directory is read anew, as it is a second later. */
async function set(part: Partial<TenantSettings>, more: Partial<SetBody> = {}) {
  const done = await setBody(town.world, town.tenant, { by: town.admin, part, seen: null, ...more })
  minutes++
  town.setNow(new Date(Date.parse('2026-05-11T08:00:00Z') + minutes * 60_000))
  return done
}

const long = (n: number) => 'a'.repeat(n)
const week = (monday: TenantSettings['calendar']['weekly'][1]) => ({ 1: monday, 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] })

describe('what a body sets', () => {
  const notice = (text: string, more: Partial<NonNullable<NonNullable<TenantSettings['home']>['notice']>> = {}) => ({
    home: { blocks: ['how'], notice: { text: { it: text }, from: null, to: null, ...more } } as const,
  })

  const site = (part: Partial<NonNullable<TenantSettings['site']>>) => ({
    site: { links: {}, networks: {}, statements: {}, euFunded: false, ...part },
  })

  test.each<readonly [string, string, () => Partial<TenantSettings>]>([
    ['body_name_missing', 'name', () => ({ name: ' ' })],
    ['line_too_long', 'phone', () => ({ phone: long(201) })],
    ['line_too_long', 'tagline', () => ({ tagline: { it: long(201) } })],
    ['text_too_long', 'privacyNotice', () => ({ privacyNotice: { it: long(20_001) } })],
    ['text_too_long', 'terms-en', () => ({ terms: { it: 'x', en: long(20_001) } })],
    ['notice_too_long', 'emergencyNotice-en', () => ({ emergencyNotice: { it: 'x', en: long(1001) } })],
    ['mail_wrong', 'pec', () => ({ pec: 'pec' })],
    ['mail_wrong', 'email', () => ({ email: '' })],
    ['address_wrong', 'accessibilityStatement', () => ({ accessibilityStatement: 'javascript:alert(1)' })],
    ['address_wrong', 'links-news', () => site({ links: { news: '/novita' } })],
    ['address_wrong', 'networks-x', () => site({ networks: { x: 'ftp://x.example' } })],
    ['address_wrong', 'statements-b.example', () => site({ statements: { 'b.example': `https://${long(200)}` } })],
    ['centre_wrong', 'centre', () => ({ centre: { longitude: Number.NaN, latitude: 44 } })],
    ['centre_wrong', 'centre', () => ({ centre: { longitude: 8, latitude: 91 } })],
    ['kinds_missing', 'kinds', () => ({ kinds: [] })],
    ['days_wrong', 'reopenDays', () => ({ reopenDays: 0 })],
    ['days_wrong', 'waitingDays', () => ({ waitingDays: 1.5 })],
    ['words_wrong', 'blocked', () => ({ blockedWords: ['?'] })],
    ['notice_missing', 'notice', () => notice('')],
    ['notice_too_long', 'notice', () => notice(long(1001))],
    ['date_wrong', 'from', () => notice('Ciao', { from: '2026-02-30' })],
    ['date_wrong', 'to', () => notice('Ciao', { to: 'domani' })],
    ['dates_turned', 'to', () => notice('Ciao', { from: '2026-05-12', to: '2026-05-11' })],
    ['colour_wrong', 'colour', () => ({ look: { colour: 'red' } })],
    ['contrast_low', 'colour', () => ({ look: { colour: '#ffcc00' } })],
    ['interval_wrong', 'day-1', () => ({ calendar: { ...before.calendar, weekly: week([{ from: '9', to: '10' }]) } })],
  ])('is refused beside its field: %s, %s', async (refusal, field, part) => {
    expect(await set(part())).toEqual({ ok: false, refusal, field })
    expect(await settings()).toEqual(before)
  })

  test.each<readonly [string, () => Partial<TenantSettings>]>([
    ['never_open', () => ({ calendar: { ...before.calendar, weekly: week([]) } })],
    ['zone_unknown', () => ({ calendar: { ...before.calendar, zone: 'Luna/Mare' } })],
  ])('is refused: %s', async (refusal, part) => {
    expect(await set(part())).toEqual({ ok: false, refusal })
    expect(await settings()).toEqual(before)
  })

  test('is the administrator’s to set', async () => {
    expect(await set({ name: 'Altro' }, { by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await set({ name: 'Altro' }, { seen: 7 })).toEqual({ ok: false, refusal: 'old_version' })
  })

  test('is written down, and goes back', async () => {
    expect((await set({ tagline: { it: 'Nuovo motto' } })).ok).toBe(true)
    const [change] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'body', id: town.tenant }, { limit: 1, before: null }),
    )
    expect(change).toMatchObject({ by: town.admin.account })
    expect((await revertSetting(town.world, town.tenant, { change: change?.id ?? '', by: town.admin })).ok).toBe(true)
    expect((await settings()).tagline).toEqual(before.tagline)
    expect((await set({ blockedWords: ['brutto'] })).ok).toBe(true)
    const [first] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'body', id: town.tenant }, { limit: 1, before: null }),
    )
    expect((await revertSetting(town.world, town.tenant, { change: first?.id ?? '', by: town.admin })).ok).toBe(true)
    expect((await settings()).blockedWords).toBeUndefined()
  })
})

test('a closure moves the terms of what comes, keeps what was promised, and has the open ones looked at again', async () => {
  const promised = await town.report()
  const closures = [...before.calendar.closures, { from: '2026-05-12', to: '2026-05-26' }]
  expect((await set({ calendar: { ...before.calendar, closures } })).ok).toBe(true)
  expect((await town.read(promised.id)).resolutionDue).toEqual(promised.resolutionDue)
  const looked = await town.world.read(town.tenant, ({ db, tenant }) =>
    db
      .selectFrom('report')
      .where('report.tenant_id', '=', tenant)
      .where('report.id', '=', promised.id)
      .select('report.notice_at')
      .executeTakeFirstOrThrow(),
  )
  expect(looked.notice_at?.getTime()).toBeLessThanOrEqual(town.world.now().getTime())
  const later = await town.report()
  expect(later.resolutionDue.getTime()).toBeGreaterThan(promised.resolutionDue.getTime())
  expect((await set({ calendar: before.calendar })).ok).toBe(true)
})

test('a body that publishes otherwise shows or hides what it has, asks the desk to look, and goes back', async () => {
  const waits = async () =>
    (await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))).moderate
  const publish = async (publication: TenantSettings['publication']) => {
    expect((await set({ publication })).ok).toBe(true)
    await town.runJobs()
  }
  const report = await town.report()
  expect((await town.read(report.id)).visible).toBe(false)
  await publish('at_once')
  expect((await town.read(report.id)).visible).toBe(true)
  expect(await waits()).toBeGreaterThan(0)
  await publish('never')
  expect((await town.read(report.id)).visible).toBe(false)
  const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
  expect(events.slice(-2)).toMatchObject([{ detail: { visible: true } }, { detail: { visible: false } }])
  expect(await waits()).toBe(0)
  const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
  await moveReport(town.world, town.tenant, { report: report.id, by: town.desk, seenVersion: null, channel: 'web', move })
  await publish('after_approval')
  expect(await waits()).toBe(1)
})

test('a report with a blocked word is shown to nobody until somebody has looked, and says why', async () => {
  expect((await set({ publication: 'at_once', blockedWords: ['vergogna'] })).ok).toBe(true)
  expect((await town.report({ title: 'Buca' })).visible).toBe(true)
  const held = await town.report({ title: 'È una vergogna' })
  expect(held).toMatchObject({ visible: false, moderation: 'pending', heldBack: true })
  const events = await town.world.read(town.tenant, (reader) => listEvents(reader, held.id))
  expect(events.at(-1)).toMatchObject({
    kind: 'moderated',
    actor: { kind: 'system' },
    detail: { words: ['vergogna'], visible: false },
  })
  const waits = async () =>
    (await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))).moderate
  const asked = await waits()
  const approve = { report: held.id, by: town.desk, seenVersion: null, moderation: 'approved' } as const
  expect(await moderateReport(town.world, town.tenant, approve)).toMatchObject({ ok: true })
  expect(await town.read(held.id)).toMatchObject({ visible: true })
  expect(await waits()).toBe(asked - 1)
})
