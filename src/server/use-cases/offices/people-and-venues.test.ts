import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProfileId, ProfileSetting } from '#domain/offices/profile.ts'
import type { VenueId, VenueSetting } from '#domain/offices/venue.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { openTown, type Town } from '#tests/town.ts'
import { revertSetting } from '../settings/revert-setting.ts'
import { type SetProfile, setProfile } from './set-profile.ts'
import { type SetVenue, setVenue } from './set-venue.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const nowhere = '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'
const hall = (): VenueSetting => ({
  code: 'hall',
  name: { it: 'Palazzo' },
  description: { it: 'Sede' },
  picture: null,
  access: { it: 'Rampa' },
  address: 'Via Prova 1',
  postcode: '00000',
  place: { longitude: 9, latitude: 44 },
  opening: null,
  hours: { it: '' },
  points: [{ kind: 'phone', value: '010 1234', note: 'Portineria' }],
  offices: [town.office('urp'), town.office('roads')],
  active: true,
})
const ada = (): ProfileSetting => ({
  code: 'ada-rossi',
  firstName: 'Ada',
  lastName: 'Rossi',
  posts: [{ office: town.office('roads'), title: { it: 'Dirigente', en: 'Director' }, inCharge: true }],
  competences: { it: 'Ponti' },
  photo: null,
  cv: null,
  points: [],
  account: null,
  active: true,
})
const venue = (setting: VenueSetting, more: Partial<SetVenue> = {}) =>
  setVenue(town.world, town.tenant, { by: town.admin, id: null, venue: setting, seen: null, ...more })
const profile = (setting: ProfileSetting, more: Partial<SetProfile> = {}) =>
  setProfile(town.world, town.tenant, { by: town.admin, id: null, profile: setting, seen: null, ...more })
const directory = () => {
  town.setNow(new Date(town.world.now().getTime() + 2000))
  return town.world.directories.of(town.tenant)
}
const lastChange = async (id: string) =>
  (await town.world.read(town.tenant, (reader) => listSettingChanges(reader, { id }, { limit: 1, before: null })))[0]?.id ?? ''
const revert = async (id: string) => revertSetting(town.world, town.tenant, { change: await lastChange(id), by: town.admin })

describe('a venue', () => {
  test('is made with its offices, changed, and becomes again what it was', async () => {
    const made = await venue(hall())
    if (!made.ok) throw new Error(made.refusal)
    const offices = [town.office('parks')]
    expect((await venue({ ...hall(), offices, active: false }, { id: made.value })).ok).toBe(true)
    expect((await directory()).venues).toMatchObject([{ id: made.value, code: 'hall', offices, active: false }])
    expect((await revert(made.value)).ok).toBe(true)
    expect((await directory()).venues).toMatchObject([{ offices: expect.arrayContaining([...hall().offices]), active: true }])
  })

  test.each<readonly [string, Partial<VenueSetting>, () => Partial<SetVenue>]>([
    ['no_such_venue', {}, () => ({ id: nowhere as VenueId })],
    ['code_taken', {}, () => ({})],
    ['office_unknown', { code: 'x', offices: [nowhere as OfficeId] }, () => ({})],
    ['not_yours', { code: 'x' }, () => ({ by: town.desk })],
    ['old_version', { code: 'x' }, () => ({ seen: 7 })],
  ])('is refused: %s', async (refusal, part, more) =>
    expect(await venue({ ...hall(), ...part }, more())).toMatchObject({ ok: false, refusal }),
  )
})

describe('a public profile', () => {
  test('is made, tied to an account of the staff, and taken away again', async () => {
    const made = await profile({ ...ada(), account: town.desk.account })
    if (!made.ok) throw new Error(made.refusal)
    expect((await directory()).profiles).toMatchObject([{ ...ada(), account: town.desk.account }])
    expect((await revert(made.value)).ok).toBe(true)
    expect((await directory()).profiles).toEqual([])
  })

  test('does not come back into a charge that somebody else has by now', async () => {
    const made = await profile({ ...ada(), code: 'first' })
    if (!made.ok) throw new Error(made.refusal)
    await profile({ ...ada(), code: 'first', active: false }, { id: made.value })
    await profile({ ...ada(), code: 'second' })
    expect(await revert(made.value)).toEqual({ ok: false, refusal: 'breaks_rule' })
  })

  test.each<readonly [string, Partial<ProfileSetting>, () => Partial<SetProfile>]>([
    ['no_such_profile', {}, () => ({ id: nowhere as ProfileId })],
    ['in_charge_taken', { code: 'third' }, () => ({})],
    ['account_unknown', { code: 'third', account: nowhere as AccountId }, () => ({})],
    ['not_yours', { code: 'third' }, () => ({ by: town.desk })],
  ])('is refused: %s', async (refusal, part, more) => {
    const posts = [{ office: town.office('parks'), title: { it: 'Giardiniera' }, inCharge: false }]
    const given = refusal === 'in_charge_taken' ? ada() : { ...ada(), posts }
    expect(await profile({ ...given, ...part }, more())).toMatchObject({
      ok: false,
      refusal,
    })
  })
})
