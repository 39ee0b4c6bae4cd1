import { expect, test } from 'vitest'
import { daysAfter, endOfDay, instantOf, isCivilDate, mondayOf, startOfDay } from './day-span.ts'

test.each([
  ['2026-05-11', 'Europe/Rome', '2026-05-10T22:00:00.000Z', 24],
  ['2026-03-29', 'Europe/Rome', '2026-03-28T23:00:00.000Z', 23],
  ['2026-10-25', 'Europe/Rome', '2026-10-24T22:00:00.000Z', 25],
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z', 23],
] as const)('%s in %s begins at %s and lasts %i hours', (date, zone, begins, hours) => {
  expect(startOfDay(date, zone).toISOString()).toBe(begins)
  expect(endOfDay(date, zone).getTime() - startOfDay(date, zone).getTime()).toBe(hours * 3_600_000)
})

test.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['0000-01-01', false],
  ['oggi', false],
  ['2026-5-1', false],
])('%s is a civil date: %s', (text, is) => {
  expect(isCivilDate(text)).toBe(is)
})

test.each([
  ['2026-05-11', '2026-05-11'],
  ['2026-05-17', '2026-05-11'],
  ['2026-03-01', '2026-02-23'],
])('the week of %s begins on %s', (date, monday) => expect(mondayOf(date)).toBe(monday))

test.each([
  ['2026-05-11T09:00', '2026-05-11T07:00:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-05-11T24:00', undefined],
  ['2026-02-30T09:00', undefined],
  ['2026-05-11', undefined],
  ['', undefined],
])('%s in Rome is %s', (moment, expected) => expect(instantOf(moment, 'Europe/Rome')?.toISOString()).toBe(expected))

test.each([
  ['2026-05-11', 1, '2026-05-12'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-10-24', 2, '2026-10-26'],
])('%s and %i days are %s', (date, days, expected) => expect(daysAfter(date, days)).toBe(expected))
