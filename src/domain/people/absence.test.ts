import { describe, expect, test } from 'vitest'
import type { AccountId } from '../shared/id.ts'
import { type Absence, absenceOn, checkAbsence, standIn } from './absence.ts'

const [ada, bea, carlo, dino] = ['ada', 'bea', 'carlo', 'dino'] as unknown as [AccountId, AccountId, AccountId, AccountId]
const today = '2026-05-11'
const away = (from: string, to: string, substitute: AccountId | null = null): Absence => ({ from, to, substitute })

describe('an absence', () => {
  const of = { person: ada, others: [away('2026-06-01', '2026-06-10')], colleagues: [bea, carlo] }

  test.each([
    ['from_missing', away('', '2026-05-20')],
    ['from_missing', away('2026-13-40', '2026-05-20')],
    ['to_missing', away('2026-05-12', 'venerdì')],
    ['to_missing', away('2026-02-12', '2026-02-30')],
    ['ends_before_begins', away('2026-05-20', '2026-05-19')],
    ['over_already', away('2026-05-01', '2026-05-10')],
    ['too_long', away('2026-06-11', '2027-07-01')],
    ['overlaps', away('2026-05-20', '2026-06-01')],
    ['overlaps', away('2026-06-10', '2026-06-12')],
    ['overlaps', away('2026-06-03', '2026-06-04')],
    ['substitute_itself', away('2026-05-12', '2026-05-20', ada)],
    ['substitute_unknown', away('2026-05-12', '2026-05-20', dino)],
  ] as const)('is refused: %s', (refusal, absence) => expect(checkAbsence(absence, of, today)).toEqual({ ok: false, refusal }))

  test.each([
    ['with a substitute', away('2026-05-12', '2026-05-20', bea)],
    ['with none', away('2026-05-12', '2026-05-20')],
    ['of one day', away('2026-05-11', '2026-05-11')],
    ['that has begun', away('2026-05-04', '2026-05-11')],
    ['right beside another', away('2026-06-11', '2026-06-11')],
  ])('%s is taken', (_, absence) => expect(checkAbsence(absence, of, today)).toEqual({ ok: true, value: absence }))

  test.each([
    ['2026-05-31', false],
    ['2026-06-01', true],
    ['2026-06-10', true],
    ['2026-06-11', false],
  ])('holds on its first and last day: %s %s', (day, holds) => expect(absenceOn(of.others, day) !== null).toBe(holds))
})

describe('what is meant for a person', () => {
  const week = (substitute: AccountId | null) => [away('2026-05-11', '2026-05-15', substitute)]
  const all = () => true

  test.each([
    ['goes to them while they are there', ada, '2026-05-18', [[ada, week(bea)]], all, ada],
    ['goes to the substitute', ada, today, [[ada, week(bea)]], all, bea],
    ['goes to the office without a substitute', ada, today, [[ada, week(null)]], all, null],
    [
      'goes to the office where the substitute works elsewhere',
      ada,
      today,
      [[ada, week(bea)]],
      (one: AccountId) => one !== bea,
      null,
    ],
    [
      'goes on where the substitute is absent too',
      ada,
      today,
      [
        [ada, week(bea)],
        [bea, week(carlo)],
      ],
      all,
      carlo,
    ],
    [
      'goes to the office where they stand in for each other',
      ada,
      today,
      [
        [ada, week(bea)],
        [bea, week(ada)],
      ],
      all,
      null,
    ],
    ['goes to the office where they no longer work there', ada, today, [], () => false, null],
  ] as const)('%s', (_, person, day, absences, works, expected) => {
    const map = new Map(absences as readonly (readonly [AccountId, readonly Absence[]])[])
    expect(standIn(person, day, map, works)).toBe(expected)
  })
})
