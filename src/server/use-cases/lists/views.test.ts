import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { plainLook } from '#domain/reports/list-look.ts'
import { everything } from '#domain/reports/report-filter.ts'
import { type Audience, maySeeView } from '#domain/reports/saved-view.ts'
import type { Id } from '#domain/shared/id.ts'
import { listViews } from '#server/storage/saved-views.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type ChangeView, changeView } from './change-view.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'

let town: Town
let operator: Staff
beforeAll(async () => {
  town = await openTown()
  operator = await town.person([{ role: 'office_operator', office: town.office('roads') }])
})
afterAll(() => town.close())

const own: Audience = { kind: 'own' }
const office = (): Audience => ({ kind: 'office', office: town.office('roads') })
const filter = () => ({ ...everything, bucket: 'late' as const, office: town.office('roads'), text: 'buca' })
const look = { ...plainLook, table: true, columns: ['number', 'title'] as const }

const save = (by: Staff, name: string, audience: Audience = own) =>
  saveView(town.world, town.tenant, { by, name, audience, filter: filter(), look })
const saved = async (by: Staff, name: string, audience: Audience = own): Promise<Id<'view'>> => {
  const view = await save(by, name, audience)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const change = (by: Staff, view: Id<'view'>, wanted: Partial<ChangeView> = {}) =>
  changeView(town.world, town.tenant, { by, view, seenVersion: 1, name: 'Altro nome', audience: own, list: null, ...wanted })
const all = () => town.world.read(town.tenant, listViews)
const read = async (id: Id<'view'>) => (await all()).find((view) => view.id === id)

describe('a saved view', () => {
  test('is found again as it was', async () => {
    const id = await saved(operator, 'Buche in ritardo')
    expect(await read(id)).toEqual({
      id,
      by: operator.account,
      name: 'Buche in ritardo',
      audience: own,
      filter: filter(),
      look,
      version: 1,
    })
  })

  test('is shared with an office by its manager, with everyone by the desk', async () => {
    expect(await save(operator, 'Per tutti noi', office())).toEqual({ ok: false, refusal: 'not_yours_to_share' })
    const shared = await read(await saved(town.roads, 'Per tutti noi', office()))
    const everyones = await read(await saved(town.desk, 'Per tutti', { kind: 'everyone' }))
    if (!shared || !everyones) throw new Error('not kept')
    expect([maySeeView(operator, shared), maySeeView(town.parks, shared), maySeeView(town.parks, everyones)]).toEqual([
      true,
      false,
      true,
    ])
  })

  test('is renamed, shared and made another list', async () => {
    const id = await saved(town.roads, 'Prima')
    const list = { filter: { ...filter(), bucket: null }, look: plainLook }
    expect(await change(town.roads, id, { name: 'Dopo', audience: office(), list })).toMatchObject({ ok: true })
    expect(await read(id)).toMatchObject({ name: 'Dopo', audience: office(), ...list, version: 2 })
  })

  test('keeps its name when it is changed without another', async () => {
    const id = await saved(town.roads, 'Uguale')
    expect(await change(town.roads, id, { name: 'Uguale' })).toMatchObject({ ok: true })
  })

  test.each(['no_such_view', 'not_yours', 'old_version', 'name_missing', 'name_taken', 'not_yours_to_share'] as const)(
    'is not changed: %s',
    async (refusal) => {
      const mine = await saved(operator, `Mia ${refusal}`)
      await saved(operator, `Occupato ${refusal}`)
      const asked = {
        no_such_view: () => change(operator, town.world.newId<'view'>()),
        not_yours: () => change(town.parks, mine),
        old_version: () => change(operator, mine, { seenVersion: 7 }),
        name_missing: () => change(operator, mine, { name: ' ' }),
        name_taken: () => change(operator, mine, { name: `occupato ${refusal}` }),
        not_yours_to_share: () => change(operator, mine, { audience: { kind: 'everyone' } }),
      }
      expect(await asked[refusal]()).toEqual({ ok: false, refusal })
      expect(await read(mine)).toMatchObject({ name: `Mia ${refusal}`, version: 1 })
    },
  )

  test('is removed by whoever may change it, once', async () => {
    const id = await saved(operator, 'Da togliere')
    expect(await removeView(town.world, town.tenant, { view: id, by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await removeView(town.world, town.tenant, { view: id, by: operator })).toMatchObject({ ok: true })
    expect(await removeView(town.world, town.tenant, { view: id, by: operator })).toMatchObject({ ok: true })
    expect(await read(id)).toBeUndefined()
  })
})
