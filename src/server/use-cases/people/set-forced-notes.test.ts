import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#tests/town.ts'
import { assignReport } from '../reports/assign-report.ts'
import { moveReport } from '../reports/move-report.ts'
import { setForcedNotes } from './set-forced-notes.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('an administrator says where a note is needed, and then it is, whoever asks', async () => {
  const ask = { by: town.admin, forced: ['hand_over', 'resolve'], seen: 0 } as const
  expect(await setForcedNotes(town.world, town.tenant, { ...ask, by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
  expect((await setForcedNotes(town.world, town.tenant, ask)).ok).toBe(true)
  expect(await setForcedNotes(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'old_version' })
  expect(await setForcedNotes(town.world, town.tenant, { ...ask, seen: null })).toEqual({ ok: false, refusal: 'nothing_changes' })
  town.setNow(new Date(town.world.now().getTime() + 2000))

  const { id: report } = await town.report()
  const asked = { report, by: town.desk, seenVersion: null, channel: 'web' } as const
  const take = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
  expect((await moveReport(town.world, town.tenant, { ...asked, move: take })).ok).toBe(true)
  const to = { office: town.office('parks'), person: null }
  expect(await assignReport(town.world, town.tenant, { ...asked, ...to })).toEqual({ ok: false, refusal: 'note_missing' })
  expect((await assignReport(town.world, town.tenant, { ...asked, ...to, note: 'È un albero' })).ok).toBe(true)
  const resolve = { act: 'resolve', text: 'Fatto' } as const
  expect(await moveReport(town.world, town.tenant, { ...asked, move: resolve })).toEqual({ ok: false, refusal: 'note_missing' })
  expect((await moveReport(town.world, town.tenant, { ...asked, move: { ...resolve, note: 'Garanzia' } })).ok).toBe(true)
})
