import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { openTown, type Town } from '#tests/town.ts'
import { findAuthors } from './find-authors.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  const author = {
    firstName: 'Ada',
    lastName: 'Verdi',
    email: 'Ada@Example.org',
    phone: '+39 010 1234567',
    locale: 'it',
  } as const
  await town.report({ author })
  await town.report({ author, category: town.category('tree').id })
  await town.report({
    author: { ...author, firstName: 'Bruno', lastName: 'Verdini', email: null, phone: '010 7654321' },
    channel: 'phone',
  })
})
afterAll(() => town.close())

const find = (text: string, by: Staff = town.desk) => findAuthors(town.world, town.tenant, { text, by })
const looks = () =>
  town.world.read(town.tenant, ({ db, tenant }) =>
    db.selectFrom('contact_look').where('contact_look.tenant_id', '=', tenant).select('contact_look.id').execute(),
  )

test.each([
  ['ada@example.org', ['Ada']],
  ['0101234567', ['Ada']],
  ['010 765 4321', ['Bruno']],
  ['verdi', ['Bruno', 'Ada']],
  ['Ada Verdi', ['Bruno', 'Ada']],
  ['rossi', []],
])('“%s” finds %j, each once', async (text, names) => {
  const found = await find(text)
  expect(found.ok && found.value.map(({ author }) => author.firstName)).toEqual(names)
})

test('every person shown is a look that is kept', async () => {
  const before = (await looks()).length
  await find('verdi')
  expect((await looks()).length).toBe(before + 2)
})

test('an office finds the authors of its own reports, nobody else’s', async () => {
  const found = await find('verdi', town.parks)
  expect(found.ok && found.value.map(({ author }) => author.firstName)).toEqual(['Ada'])
})

test('is refused to who records for nobody, and for less than three signs', async () => {
  expect(await find('verdi', town.admin)).toEqual({ ok: false, refusal: 'not_yours' })
  expect(await find('ve')).toEqual({ ok: false, refusal: 'search_too_short' })
})
