import { expect, test } from 'vitest'
import type { AppointmentState } from './appointment.ts'
import type { AppointmentEventKind } from './appointment-event.ts'
import { isAskedToRate, ratingAskedAt, reminderAt } from './reminder.ts'

test.each([
  ['2026-03-29T08:00:00Z', '2026-03-28T08:00:00Z'],
  ['2026-10-26T08:00:00Z', '2026-10-25T08:00:00Z'],
  ['2026-05-14T22:30:00Z', '2026-05-14T07:00:00Z'],
])('of %s somebody is reminded at %s: nine in the morning of the civil day before', (from, at) =>
  expect(reminderAt(new Date(from), 'Europe/Rome')).toEqual(new Date(at)),
)

test.each([
  ['in time', '2026-05-14T07:00:00Z', '2026-05-14T06:50:00Z', '2026-05-15T08:00:00Z'],
  ['the evening before', '2026-05-14T07:00:00Z', '2026-05-13T16:00:00Z', '2026-05-15T08:00:00Z'],
  ['written down two days late', '2026-05-14T07:00:00Z', '2026-05-16T09:00:00Z', '2026-05-17T08:00:00Z'],
  ['past midnight here, not yet in Greenwich', '2026-05-14T22:30:00Z', '2026-05-14T22:30:00Z', '2026-05-16T08:00:00Z'],
  ['before the clocks go forward', '2026-03-28T09:00:00Z', '2026-03-28T09:00:00Z', '2026-03-29T08:00:00Z'],
  ['before the clocks go back', '2026-10-24T08:00:00Z', '2026-10-24T08:00:00Z', '2026-10-25T09:00:00Z'],
])('who came %s is asked how it went at ten in the morning of the civil day after', (_, from, came, at) =>
  expect(ratingAskedAt(new Date(from), new Date(came), 'Europe/Rome')).toEqual(new Date(at)),
)

test.each<readonly [boolean, AppointmentState, 'on' | 'off', readonly AppointmentEventKind[]]>([
  [true, 'checked_in', 'on', ['booked', 'checked_in']],
  [true, 'done', 'on', ['booked', 'checked_in', 'done']],
  [true, 'done', 'on', ['booked', 'no_show', 'checked_in', 'done']],
  [false, 'done', 'on', ['booked', 'checked_in', 'done', 'rating_asked']],
  [false, 'done', 'off', ['booked', 'checked_in', 'done']],
  [false, 'no_show', 'on', ['booked', 'checked_in', 'no_show']],
  [false, 'cancelled', 'on', ['booked', 'cancelled']],
  [false, 'booked', 'on', ['booked']],
])('asked how it went: %s (%s, mails %s, %j)', (asked, state, mails, known) =>
  expect(isAskedToRate(state, known, mails)).toBe(asked),
)
