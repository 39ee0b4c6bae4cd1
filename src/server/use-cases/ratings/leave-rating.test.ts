import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#tests/town.ts'
import { leaveRating } from './leave-rating.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('a rating is kept with its stars, its answer and its words, and with nothing else', async () => {
  await leaveRating(town.world, town.tenant, { subject: 'service:segnala', stars: 4, answer: 1, detail: 'Chiaro' })
  const rows = await town.world.read(town.tenant, ({ db }) => db.selectFrom('rating').selectAll().execute())
  expect(rows).toEqual([
    {
      tenant_id: town.tenant,
      id: rows[0]?.id,
      subject: 'service:segnala',
      stars: 4,
      answer: 1,
      detail: 'Chiaro',
      at: town.world.now(),
    },
  ])
})
