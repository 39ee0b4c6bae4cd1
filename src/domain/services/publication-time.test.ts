import { expect, test } from 'vitest'
import { readPublicationTime, writePublicationTime } from './publication-time.ts'

const now = new Date('2026-03-01T08:00:00Z')
const read = (moment: string) => readPublicationTime(moment, 'Europe/Rome', now)

test.each([
  ['2026-03-01T09:01', '2026-03-01T08:01:00.000Z'],
  ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
  ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ['2027-03-01T09:00', '2027-03-01T08:00:00.000Z'],
])('%s in Rome is %s', (moment, instant) => {
  expect(read(moment)).toEqual({ ok: true, value: new Date(instant) })
  expect(writePublicationTime(new Date(instant), 'Europe/Rome')).toBe(moment)
})

test.each([
  ['time_wrong', ''],
  ['time_wrong', '2026-03-05'],
  ['time_wrong', '2026-02-30T09:00'],
  ['time_wrong', '2026-03-05T24:00'],
  ['time_skipped', '2026-03-29T02:30'],
  ['time_twice', '2026-10-25T02:30'],
  ['time_past', '2026-03-01T09:00'],
  ['time_past', '2025-03-29T12:00'],
  ['time_far', '2027-03-01T09:01'],
] as const)('refuses by %s: «%s»', (refusal, moment) => expect(read(moment)).toEqual({ ok: false, refusal }))
