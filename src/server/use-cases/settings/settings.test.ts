import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { changeSetting } from '#server/storage/settings/change-setting.ts'
import { type ChangesOf, listChangers, listSettingChanges } from '#server/storage/settings/history.ts'
import { setOffice } from '#server/use-cases/offices/set-office.ts'
import { changeRoles } from '#server/use-cases/people/change-roles.ts'
import { openTown, type Town } from '#tests/town.ts'
import { revertSetting } from './revert-setting.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const settings = async (): Promise<TenantSettings> => (await town.world.directories.of(town.tenant)).tenant.settings
const change = (value: TenantSettings, by: Actor = town.admin, seen: number | null = null) =>
  town.world.transaction(town.tenant, (tx) =>
    changeSetting(town.world, tx, { subject: 'body', id: town.tenant, by, value, seen }),
  )
const history = () =>
  town.world.read(town.tenant, (reader) => listSettingChanges(reader, { subject: 'body' }, { limit: 10, before: null }))
const later = () => town.setNow(new Date(town.world.now().getTime() + 2000))

describe('a setting', () => {
  test('is changed, written down with who, before and after, and read anew', async () => {
    const before = await settings()
    const changed = await change({ ...before, phone: '010 1' })
    expect(changed.ok).toBe(true)
    later()
    expect((await settings()).phone).toBe('010 1')
    const [newest] = await history()
    expect(newest).toMatchObject({ subject: 'body', version: 1, by: town.admin.account, name: 'Alma Admin' })
    expect(newest?.before).toEqual(before)
    expect(newest?.after).toEqual({ ...before, phone: '010 1' })
  })

  test('is refused to whoever does not administer, against an old version, and where nothing changes', async () => {
    const now = await settings()
    expect(await change({ ...now, phone: '2' }, town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await change({ ...now, phone: '2' }, town.admin, 0)).toEqual({ ok: false, refusal: 'old_version' })
    expect(await change(now)).toEqual({ ok: false, refusal: 'nothing_changes' })
  })

  test('goes back to what it was, as a change of its own', async () => {
    const before = await settings()
    await change({ ...before, phone: '010 2' })
    const [last] = await history()
    const reverted = await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })
    expect(reverted.ok).toBe(true)
    later()
    expect(await settings()).toEqual(before)
    expect(await history()).toHaveLength(3)
  })

  test('cannot go back to a change that is not there, nor by somebody else', async () => {
    const by = town.admin
    const nowhere = '00000000-0000-7000-8000-000000000000'
    expect(await revertSetting(town.world, town.tenant, { change: nowhere, by })).toMatchObject({ refusal: 'no_such_change' })
    const [last] = await history()
    const byDesk = await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.desk })
    expect(byDesk).toMatchObject({ refusal: 'not_yours' })
  })
})

describe('the history', () => {
  const list = (of: ChangesOf, more: Partial<Parameters<typeof listSettingChanges>[2]> = {}) =>
    town.world.read(town.tenant, (reader) => listSettingChanges(reader, of, { limit: 50, before: null, ...more }))
  const ids = async (of: ChangesOf) => (await list(of)).map(({ id }) => id)

  test('is found by what was changed, by whom, and when, and read page by page', async () => {
    const other = await town.person([{ role: 'administrator', office: null }], 'Bruno Bis')
    later()
    const roads = town.office('roads')
    const before = await ids({})
    const since = town.world.now()
    expect((await setOffice(town.world, town.tenant, { by: other, id: roads, setting: { phone: '010 5' }, seen: null })).ok).toBe(
      true,
    )
    later()
    const between = town.world.now()
    expect((await change({ ...(await settings()), phone: '010 6' })).ok).toBe(true)
    const [body, office] = await ids({})
    expect(await ids({ subject: 'office' })).toEqual([office])
    expect(await ids({ subject: 'office', id: town.office('parks') })).toEqual([])
    expect(await ids({ by: other.account })).toEqual([office])
    expect(await ids({ from: between })).toEqual([body])
    expect(await ids({ from: since, to: between })).toEqual([office])
    expect(await ids({ subject: 'body', parts: ['calendar', 'phone'], from: since })).toEqual([body])
    expect(await ids({ subject: 'body', parts: ['calendar'] })).toEqual([])
    expect((await list({}, { limit: 1 })).map(({ id }) => id)).toEqual([body])
    expect((await list({}, { before: body ?? null })).map(({ id }) => id)).toEqual([office, ...before])
    const changers = await town.world.read(town.tenant, listChangers)
    expect(changers.map(({ name }) => name)).toEqual(['Alma Admin', 'Bruno Bis'])
  })

  test('names the person whom a change is about', async () => {
    const { account } = town.parks
    const memberships = [{ role: 'office_manager', office: town.office('parks') }] as const
    const done = await changeRoles(town.world, town.tenant, {
      by: town.admin,
      person: account,
      memberships,
      handOver: null,
      seen: null,
    })
    expect(done.ok).toBe(true)
    expect(await list({ subject: 'person' }, { limit: 1 })).toMatchObject([{ name: 'Alma Admin', about: 'Paolo Parks' }])
  })
})

test('of what a body decides on several pages only that goes back which was changed then', async () => {
  later()
  const before = await settings()
  await change({ ...before, region: 'Altra regione', blockedWords: ['brutto'] })
  later()
  const [first] = await history()
  await change({ ...(await settings()), address: 'Altra via 1' })
  later()
  expect((await revertSetting(town.world, town.tenant, { change: first?.id ?? '', by: town.admin })).ok).toBe(true)
  later()
  expect(await settings()).toEqual({ ...before, address: 'Altra via 1' })
})
