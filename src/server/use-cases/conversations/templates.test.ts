import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TemplateSetting } from '#domain/conversations/template.ts'
import type { CategoryId, Id } from '#domain/shared/id.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { readTemplates } from '#server/storage/templates.ts'
import { openTown, type Town } from '#tests/town.ts'
import { revertSetting } from '../settings/revert-setting.ts'
import { removeTemplate } from './remove-template.ts'
import { setTemplate } from './set-template.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const plain = (name: string): TemplateSetting => ({
  name,
  acts: ['resolve', 'reply'],
  categories: [town.category('pothole').id],
  kinds: ['problem'],
  stages: ['worked'],
  text: { it: 'Segnalazione {{numero}} chiusa.', en: 'Closed.' },
  active: true,
})
const set = (setting: TemplateSetting, id: Id<'template'> | null = null, seen: number | null = null, by = town.admin) =>
  setTemplate(town.world, town.tenant, { by, id, setting, seen })
const all = () => town.world.read(town.tenant, readTemplates)
const made = async (name: string) => {
  const answer = await set(plain(name))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

test('what an administrator writes is offered as it was written', async () => {
  const id = await made('Chiusa')
  expect((await all()).find((one) => one.id === id)).toEqual({ id, ...plain('Chiusa') })
})

test('a change against an old version is refused, and every change can be taken back', async () => {
  const id = await made('Da cambiare')
  expect(await set({ ...plain('Cambiata'), active: false }, id, 1)).toMatchObject({ ok: true })
  expect(await set(plain('Altra ancora'), id, 1)).toEqual({ ok: false, refusal: 'old_version' })
  const changes = () =>
    town.world.read(town.tenant, (reader) => listSettingChanges(reader, { subject: 'template', id }, { limit: 9, before: null }))
  const [last] = await changes()
  expect(last).toMatchObject({ by: town.admin.account, before: { name: 'Da cambiare' }, after: { name: 'Cambiata' } })
  await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })
  expect((await all()).find((one) => one.id === id)?.name).toBe('Da cambiare')
})

test('one that was deleted comes back from its history, unless its name was taken meanwhile', async () => {
  const id = await made('Passeggera')
  const removed = await removeTemplate(town.world, town.tenant, { by: town.admin, id, seen: 1 })
  expect((await all()).some((one) => one.id === id)).toBe(false)
  const change = removed.ok ? removed.value : ''
  const taken = await made('Passeggera')
  expect(await revertSetting(town.world, town.tenant, { change, by: town.admin })).toEqual({ ok: false, refusal: 'breaks_rule' })
  await removeTemplate(town.world, town.tenant, { by: town.admin, id: taken, seen: null })
  await revertSetting(town.world, town.tenant, { change, by: town.admin })
  expect((await all()).some((one) => one.id === id)).toBe(true)
})

test.each([
  ['name_taken', { name: 'PRESA' }],
  ['category_unknown', { categories: ['019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as CategoryId] }],
  ['placeholder_unknown', { text: { it: '{{saldo}}' } }],
] as const)('is refused: %s', async (refusal, wrong) => {
  if (refusal === 'name_taken') await made('Presa')
  expect(await set({ ...plain('Nuova'), ...wrong })).toMatchObject({ ok: false, refusal })
})

test('nobody but an administrator sets them, and nothing is set that is not there', async () => {
  expect(await set(plain('Del front office'), null, null, town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
  expect(await set(plain('Nessuna'), town.world.newId<'template'>())).toEqual({ ok: false, refusal: 'no_such_template' })
  expect(await removeTemplate(town.world, town.tenant, { by: town.desk, id: await made('Mia'), seen: null })).toEqual({
    ok: false,
    refusal: 'not_yours',
  })
})

test('the directory knows them at once after a change', async () => {
  await made('Nell’elenco')
  town.setNow(new Date(town.world.now().getTime() + 2000))
  const { templates } = await town.world.directories.of(town.tenant)
  expect(templates.map(({ name }) => name)).toContain('Nell’elenco')
})
