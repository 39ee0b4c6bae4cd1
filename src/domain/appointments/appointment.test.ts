import { describe, expect, test } from 'vitest'
import type { Staff } from '../people/actor.ts'
import type { AccountId } from '../shared/id.ts'
import { type AppointmentState, checkGuest, mayChange, mayServe, offerEnd } from './appointment.ts'
import { reasonsFor } from './booking-calendar.ts'
import { plainCalendar } from './calendar.fake.ts'
import { calendarLengths, calendarMost, checkCalendarSetting } from './check-calendar-setting.ts'

const now = new Date('2026-05-11T08:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const staff = (role: 'desk' | 'observer' | 'administrator' | 'office_operator'): Staff => {
  const office = role === 'office_operator' ? plainCalendar.office : null
  return { kind: 'staff', account: 'a' as AccountId, memberships: [{ role, office }] }
}

test.each([
  ['desk', true],
  ['administrator', true],
  ['office_operator', true],
  ['observer', false],
] as const)('%s looks after the appointments of an office: %s', (role, may) =>
  expect(mayServe(staff(role), plainCalendar.office)).toBe(may),
)

describe('an appointment is moved or cancelled', () => {
  const booked = { state: 'booked', from: inHours(30), disrupted: false } as const
  const guest = { kind: 'guest' } as const
  test.each([
    ['by who booked it before the notice', booked, guest, null],
    ['by who booked it not after it', { ...booked, from: inHours(23) }, guest, 'too_late'],
    ['at any time where the body cannot keep it', { ...booked, from: inHours(1), disrupted: true }, guest, null],
    ['by staff until it begins', { ...booked, from: inHours(1) }, staff('desk'), null],
    ['never after that', { ...booked, from: inHours(-1) }, staff('desk'), 'over_already'],
    ['only where it is booked', { ...booked, state: 'done' as AppointmentState }, guest, 'not_booked'],
    ['only by who serves there', booked, staff('observer'), 'not_yours'],
  ] as const)('%s', (_, appointment, by, refusal) =>
    expect(mayChange(appointment, plainCalendar, by, now)).toMatchObject(refusal ? { ok: false, refusal } : { ok: true }),
  )
})

test('by phone a number is enough, on the web an address is needed', () => {
  const guest = { firstName: 'Ada', lastName: 'Verdi', email: null, phone: '010 12345', locale: 'it' } as const
  expect(checkGuest(guest, '', 'phone')).toEqual([])
  expect(checkGuest(guest, '', 'web')).toEqual(['email_missing'])
  expect(checkGuest({ ...guest, phone: null, lastName: '' }, '', 'counter')).toEqual(['last_name_missing', 'contact_missing'])
})

test('an offer stands for half a day, and never longer than half of the time that is left', () => {
  expect(offerEnd(inHours(100), now)).toEqual(inHours(12))
  expect(offerEnd(inHours(4), now)).toEqual(inHours(2))
})

test('a service has the reasons that name it, and no service has all', () => {
  expect(reasonsFor(plainCalendar, 'carta-identita')).toHaveLength(1)
  expect(reasonsFor(plainCalendar, 'nozze')).toEqual([])
  expect(reasonsFor(plainCalendar, null)).toEqual(plainCalendar.reasons)
})

describe('a calendar', () => {
  const offices = new Map([[plainCalendar.office, { active: true }]])
  const { id: _, ...setting } = plainCalendar
  const [reason] = setting.reasons
  if (!reason) throw new Error('no reason')
  const reasons = (more: object) => ({ reasons: [{ ...reason, ...more }] })

  test('is taken as it is', () => expect(checkCalendarSetting(setting, offices).ok).toBe(true))
  test('is for an office that works', () =>
    expect(checkCalendarSetting(setting, new Map())).toEqual({ ok: false, refusal: 'office_unknown', field: 'office' }))

  test.each([
    ['title_missing', 'title', { title: { it: ' ' } }],
    ['title_too_long', 'title-en', { title: { it: 'x', en: 'x'.repeat(calendarLengths.title + 1) } }],
    ['text_too_long', 'bring', { bring: { it: 'x'.repeat(calendarLengths.bring + 1) } }],
    ['text_too_long', 'address', { address: 'x'.repeat(calendarLengths.address + 1) }],
    ['email_wrong', 'email', { email: 'a@' }],
    ['seats_wrong', 'seats', { seats: 0 }],
    ['seats_wrong', 'seats', { seats: calendarMost.seats + 1 }],
    ['interval_wrong', 'day-1', { opening: { ...setting.opening, 1: [{ from: '12:00', to: '09:00' }] } }],
    ['hours_wrong', 'lead-hours', { leadHours: -1 }],
    ['hours_wrong', 'notice-hours', { noticeHours: Number.NaN }],
    ['days_wrong', 'first-day', { firstDay: 400 }],
    ['days_wrong', 'last-day', { firstDay: 5, lastDay: 4 }],
    ['closure_wrong', 'closures', { closures: [{ from: '2026-05-11', to: '2026-05-11' }] }],
    ['extra_wrong', 'extra', { extra: [{ date: '2026-02-30', from: '09:00', to: '10:00' }] }],
    ['extra_wrong', 'extra', { extra: [{ date: '2026-05-16', from: '10:00', to: '09:00' }] }],
    ['reasons_missing', 'reasons', { reasons: [] }],
    ['reason_name_missing', 'reason-0-name', reasons({ name: { it: '' } })],
    ['reason_code_wrong', 'reason-0-name', reasons({ code: 'Carta d’identità' })],
    ['reason_code_taken', 'reason-1-name', { reasons: [reason, reason] }],
    ['minutes_wrong', 'reason-0-minutes', reasons({ minutes: 4 })],
    ['minutes_wrong', 'reason-0-buffer', reasons({ buffer: 500 })],
  ] as const)('is refused beside its field: %s, %s', (refusal, field, more) =>
    expect(checkCalendarSetting({ ...setting, ...more }, offices)).toEqual({ ok: false, refusal, field }),
  )
})
