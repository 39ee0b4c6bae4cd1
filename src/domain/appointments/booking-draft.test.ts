import { expect, test } from 'vitest'
import type { Appointment } from './appointment.ts'
import {
  applicantProblems,
  atCalendar,
  type BookingContent,
  bookingProblems,
  emptyBooking,
  isKept,
  stepToDo,
} from './booking-draft.ts'
import { plainCalendar } from './calendar.fake.ts'

const residence = { code: 'residenza', name: { it: 'Residenza' }, minutes: 45, buffer: 0, services: [] }
const two = { ...plainCalendar, reasons: [...plainCalendar.reasons, residence] }
const calendars = new Map([[plainCalendar.id, plainCalendar]])

const whole: BookingContent = {
  ...emptyBooking,
  ...{ calendar: plainCalendar.id, reason: 'carta', from: '2026-05-12T07:00:00.000Z', details: 'Rinnovo' },
  ...{ firstName: 'Ada', lastName: 'Verdi', email: 'ada@example.org' },
}

test.each([
  ['place', emptyBooking, ['calendar_missing']],
  ['time', { ...whole, reason: 'altro' }, ['reason_missing']],
  ['time', { ...whole, from: null, details: '' }, ['slot_missing', 'details_missing']],
  ['details', { ...whole, details: ' ' }, ['details_missing']],
  ['details', { ...whole, details: 'x'.repeat(201) }, ['details_too_long']],
  ['applicant', { ...whole, firstName: '', email: 'ada@' }, ['first_name_missing', 'email_wrong']],
  ['summary', whole, []],
] as const)('what is missing is said in its step: %s', (step, content, refusals) => {
  expect(stepToDo(content, calendars)).toBe(step)
  expect(bookingProblems(content, calendars).map(({ refusal }) => refusal)).toEqual(refusals)
})

test('a calendar in which nothing is booked any more has to be chosen anew', () => {
  const closed = new Map([[plainCalendar.id, { ...plainCalendar, active: false }]])
  expect(stepToDo(whole, closed)).toBe('place')
})

test.each([
  [{ firstName: 'x'.repeat(81), lastName: 'Verdi', email: 'a@b.it' }, 'firstName'],
  [{ firstName: 'Ada', lastName: 'x'.repeat(81), email: 'a@b.it' }, 'lastName'],
  [{ firstName: 'Ada', lastName: '', email: 'a@b.it' }, 'lastName'],
  [{ firstName: 'Ada', lastName: 'Verdi', email: '' }, 'email'],
] as const)('what is wrong with who comes stands beside its field: %j', (applicant, field) =>
  expect(applicantProblems(applicant).map((problem) => problem.field)).toEqual([field]),
)

test.each([
  ['the only reason is taken', plainCalendar, null, 'carta'],
  ['among several none is guessed', two, null, null],
  ['from a service its reason is known', two, 'carta-identita', 'carta'],
] as const)('at a calendar %s', (_, calendar, service, reason) =>
  expect(atCalendar(emptyBooking, calendar, service)).toMatchObject({ calendar: calendar.id, service, reason, from: null }),
)

test('another calendar asks for another time and keeps everything else', () => {
  const elsewhere = { ...plainCalendar, id: 'other' as typeof plainCalendar.id }
  expect(atCalendar(whole, elsewhere, null)).toEqual({ ...whole, calendar: 'other', from: null })
  expect(atCalendar(whole, plainCalendar, null)).toBe(whole)
  expect(atCalendar(whole, plainCalendar, 'carta-identita').from).toBe(whole.from)
})

const now = new Date('2026-05-11T08:00:00Z')
const held = {
  ...{ state: 'held', calendar: plainCalendar.id, reason: 'carta', from: new Date('2026-05-12T07:00:00Z') },
  holdUntil: new Date('2026-05-11T08:10:00Z'),
} as Appointment

test.each([
  ['as it was chosen', held, whole, true],
  ['when its time is over', { ...held, holdUntil: now }, whole, false],
  ['when it was booked', { ...held, state: 'booked', holdUntil: null } as Appointment, whole, false],
  ['when another reason was chosen', held, { ...whole, reason: 'residenza' }, false],
  ['when another time was chosen', held, { ...whole, from: '2026-05-12T08:00:00.000Z' }, false],
  ['when nothing is held', null, whole, false],
])('a slot is kept or not %s', (_, appointment, content, kept) => expect(isKept(content, appointment, now)).toBe(kept))
