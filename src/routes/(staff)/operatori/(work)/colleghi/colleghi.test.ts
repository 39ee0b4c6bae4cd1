import { afterAll, beforeAll, expect, test } from 'vitest'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { saveAbsences } from '#server/storage/absences.ts'
import { openTown, type Town } from '#tests/town.ts'
import { GET } from './+server.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function asked(search: string): Promise<unknown> {
  const { installation, directory, desk } = town
  const locals = { installation, directory, staff: desk, words: dictionary('it'), locale: 'it' }
  const url = new URL(`http://filo.test/operatori/colleghi?${search}`)
  const answer = await GET({ locals, url } as unknown as Parameters<typeof GET>[0])
  return answer.json()
}

test('an office that is chosen tells who works there, and who is away', async () => {
  const roads = town.office('roads')
  const away = await town.person([{ role: 'office_operator', office: roads }], 'Rosa Rossi')
  const absence = { from: '2026-05-11', to: '2026-05-15', substitute: null }
  await town.world.transaction(town.tenant, (tx) => saveAbsences(tx, away.account, [absence]))
  const people = await asked(`ufficio=${roads}`)
  expect(people).toMatchObject([
    { value: `${roads}:${town.roads.account}`, label: expect.stringMatching(/^Rita Roads · /) },
    { value: `${roads}:${away.account}`, label: expect.stringMatching(/^Rosa Rossi \(assenza fino a .*15 maggio 2026\) · /) },
  ])
})

test('somebody is found by a part of their name, whatever office does not exist', async () => {
  expect(await asked('q=roa&ufficio=x')).toMatchObject([{ name: 'Rita Roads' }])
})
