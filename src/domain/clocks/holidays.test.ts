import { expect, test } from 'vitest'
import { easterMonday, nationalHolidays } from './holidays.ts'

test.each([
  [1961, '1961-04-03'],
  [2000, '2000-04-24'],
  [2008, '2008-03-24'],
  [2024, '2024-04-01'],
  [2025, '2025-04-21'],
  [2026, '2026-04-06'],
  [2027, '2027-03-29'],
  [2038, '2038-04-26'],
  [2285, '2285-03-23'],
])('Easter Monday of %i is %s', (year, date) => expect(easterMonday(year)).toBe(date))

test('Easter Monday is a Monday from 23 March to 26 April in every year', () => {
  for (let year = 1900; year < 2400; year++) {
    const date = easterMonday(year)
    expect(new Date(date).getUTCDay()).toBe(1)
    expect(date >= `${year}-03-23` && date <= `${year}-04-26`).toBe(true)
  }
})

test('San Francesco is a holiday from 2026', () => {
  expect(nationalHolidays(2025)).not.toContain('2025-10-04')
  expect(nationalHolidays(2026)).toContain('2026-10-04')
})

test('the holidays of a year are those of the law, once each', () => {
  expect(nationalHolidays(2027).toSorted()).toEqual([
    '2027-01-01',
    '2027-01-06',
    '2027-03-29',
    '2027-04-25',
    '2027-05-01',
    '2027-06-02',
    '2027-08-15',
    '2027-10-04',
    '2027-11-01',
    '2027-12-08',
    '2027-12-25',
    '2027-12-26',
  ])
})
