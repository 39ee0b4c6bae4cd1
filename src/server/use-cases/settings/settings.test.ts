import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { changeSetting } from '#server/storage/settings/change-setting.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
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
  town.world.read(town.tenant, (reader) =>
    listSettingChanges(reader, { subject: 'body', id: town.tenant }, { limit: 10, before: null }),
  )
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
