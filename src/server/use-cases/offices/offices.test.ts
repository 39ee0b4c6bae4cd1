import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { countUses, readOfficeUses } from '#server/storage/office-uses.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { setCategory } from '#server/use-cases/categories/set-category.ts'
import { setRules } from '#server/use-cases/routing/set-rules.ts'
import { openTown, type Town } from '#tests/town.ts'
import { revertSetting } from '../settings/revert-setting.ts'
import { closeOffice } from './close-office.ts'
import { openOffice } from './open-office.ts'
import { type SetOffice, setOffice } from './set-office.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const set = (id: OfficeId | null, setting: SetOffice['setting'], more: object = {}) =>
  setOffice(town.world, town.tenant, { by: town.admin, id, setting, seen: null, ...more })
const make = async (code: string, parent: OfficeId | null = null): Promise<OfficeId> => {
  const made = await set(null, { code, name: { it: code }, parent })
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const close = (office: OfficeId, successor: OfficeId | null = null, more: object = {}) =>
  closeOffice(town.world, town.tenant, { by: town.admin, office, successor, note: '', seen: null, ...more })
const office = async (id: OfficeId) => {
  town.setNow(new Date(town.world.now().getTime() + 2000))
  return (await town.world.directories.of(town.tenant)).offices.get(id)
}
const lastChange = async (id: OfficeId) =>
  (
    await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'office', id }, { limit: 1, before: null }),
    )
  )[0]?.id ?? ''
const nowhere = '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as OfficeId

describe('an office', () => {
  test('is made, renamed and moved, each with its history', async () => {
    const lights = await make('lights')
    expect((await set(lights, { name: { it: 'Illuminazione', en: 'Lighting' }, phone: '010 1' })).ok).toBe(true)
    expect((await set(lights, { parent: town.office('roads') })).ok).toBe(true)
    expect(await office(lights)).toMatchObject({ name: { en: 'Lighting' }, parent: town.office('roads'), phone: '010 1' })
    expect((await revertSetting(town.world, town.tenant, { change: await lastChange(lights), by: town.admin })).ok).toBe(true)
    expect(await office(lights)).toMatchObject({ parent: null })
  })

  test('goes back to where it was unless that became a circle', async () => {
    const [upper, lower] = [await make('upper'), await make('lower')]
    await set(upper, { parent: town.office('urp') })
    await set(upper, { parent: lower })
    const moved = await lastChange(upper)
    await set(upper, { parent: null })
    const change = await lastChange(upper)
    await set(lower, { parent: upper })
    expect(await revertSetting(town.world, town.tenant, { change, by: town.admin })).toEqual({
      ok: false,
      refusal: 'breaks_rule',
    })
    expect((await revertSetting(town.world, town.tenant, { change: moved, by: town.admin })).ok).toBe(true)
  })

  test.each([
    ['not_yours', 'roads', { name: { it: 'X' } }, { by: 'desk' }],
    ['no_such_office', null, { name: { it: 'X' } }, {}],
    ['name_missing', 'roads', { name: { it: '' } }, {}],
    ['code_taken', 'roads', { code: 'parks' }, {}],
    ['nothing_changes', 'roads', {}, {}],
    ['old_version', 'roads', { name: { it: 'X' } }, { seen: 7 }],
  ] as const)('is refused: %s', async (refusal, code, setting, { by, ...more }: { by?: string; seen?: number }) => {
    const id = code === null ? nowhere : town.office(code)
    expect(await set(id, setting, { ...more, by: by ? town.desk : town.admin })).toEqual({ ok: false, refusal })
  })

  test('does not come to stand below itself when two move it at once', async () => {
    const [one, other] = [await make('one'), await make('other')]
    const answers = await Promise.all([set(one, { parent: other }), set(other, { parent: one })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'cycle' })
  })
})

describe('closing an office', () => {
  test('is refused while something refers to it, and hands it all over to its successor', async () => {
    const parks = town.office('parks')
    const report = await town.report({ category: town.category('tree').id })
    expect(await close(parks)).toEqual({ ok: false, refusal: 'refers_here' })
    expect(await close(parks, parks)).toEqual({ ok: false, refusal: 'successor_unknown' })
    expect((await close(parks, town.office('roads'), { note: 'Uffici riuniti' })).ok).toBe(true)
    await town.runJobs()
    expect(await town.read(report.id)).toMatchObject({ routedOffice: town.office('roads'), ownerOffice: null })
    expect((await office(parks))?.active).toBe(false)
    const directory = await town.world.directories.of(town.tenant)
    expect([...directory.categories.values()].filter((category) => category.office === parks)).toEqual([])
  })

  test('rewrites the rules that name it and its categories, each with its history', async () => {
    const old = await make('old')
    await office(old)
    const category = town.category('pothole')
    const filed = { by: town.admin, id: category.id, setting: { office: old }, seen: null }
    expect(await setCategory(town.world, town.tenant, filed)).toMatchObject({ ok: true })
    const conditions = [{ about: 'words', words: ['buca'], not: false }] as const
    const effects = { ...noEffects, office: old, observers: [old] }
    const rule: RoutingRule = { id: town.world.newId() as RuleId, name: 'Buche', active: true, conditions, effects, stop: false }
    expect(
      await setRules(town.world, town.tenant, { by: town.admin, change: { change: 'put', rule }, seen: null }),
    ).toMatchObject({ ok: true })
    const uses = await town.world.read(town.tenant, (reader) => readOfficeUses(reader, old))
    expect(countUses(uses)).toMatchObject({ reports: 0, categories: 1, rules: 1 })
    expect(await close(old)).toEqual({ ok: false, refusal: 'refers_here' })
    const roads = town.office('roads')
    expect(await close(old, roads)).toMatchObject({ ok: true })
    await office(old)
    const directory = await town.world.directories.of(town.tenant)
    expect(directory.routing).toMatchObject([{ effects: { office: roads, observers: [roads] } }])
    expect(directory.categories.get(category.id)?.office).toBe(roads)
    for (const [subject, id] of [
      ['category', category.id],
      ['routing', town.tenant],
    ] as const) {
      const [last] = await town.world.read(town.tenant, (reader) =>
        listSettingChanges(reader, { subject, id }, { limit: 1, before: null }),
      )
      expect(last).toMatchObject({ by: town.admin.account })
      expect(JSON.stringify(last?.before)).toContain(old)
      expect(JSON.stringify(last?.after)).not.toContain(old)
    }
  })

  test('is said of one that works and is not the desk, nor above others that work', async () => {
    expect(await close(town.office('urp'), town.office('roads'))).toEqual({ ok: false, refusal: 'desk_stays' })
    expect(await close(town.office('parks'))).toEqual({ ok: false, refusal: 'closed_already' })
    const above = await make('above')
    const below = await make('below', above)
    expect(await close(above)).toEqual({ ok: false, refusal: 'offices_below' })
    expect(await close(nowhere)).toEqual({ ok: false, refusal: 'no_such_office' })
    expect(await close(below, null, { by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
    expect((await close(below)).ok).toBe(true)
    expect((await close(above)).ok).toBe(true)
    expect(await openOffice(town.world, town.tenant, { by: town.admin, office: below })).toEqual({
      ok: false,
      refusal: 'parent_unknown',
    })
    expect((await openOffice(town.world, town.tenant, { by: town.admin, office: above })).ok).toBe(true)
    expect((await openOffice(town.world, town.tenant, { by: town.admin, office: below })).ok).toBe(true)
    expect(await openOffice(town.world, town.tenant, { by: town.admin, office: nowhere })).toEqual({
      ok: false,
      refusal: 'no_such_office',
    })
  })

  test('wants a note where the body does, and only where reports change hands', async () => {
    const settings = (await town.world.directories.of(town.tenant)).tenant.settings
    await town.world.transaction(town.tenant, (tx) =>
      tx.db
        .updateTable('tenant')
        .where('tenant.id', '=', town.tenant)
        .set((now) => ({
          settings: JSON.stringify({ ...settings, forcedNotes: ['hand_over'] }),
          revision: now('tenant.revision', '+', 1),
        }))
        .execute(),
    )
    const empty = await make('empty')
    await office(empty)
    expect((await close(empty)).ok).toBe(true)
    await town.report()
    expect(await close(town.office('roads'), town.office('urp'))).toEqual({ ok: false, refusal: 'note_missing' })
  })
})
