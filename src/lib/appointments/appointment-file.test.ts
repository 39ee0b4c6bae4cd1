import { expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { ShownAppointment } from '#domain/appointments/shown-appointment.ts'
import { it } from '#lib/messages/it.ts'
import { appointmentFile, calendarLinks } from './appointment-file.ts'

const appointment: ShownAppointment = {
  id: '0198c2f4-7a10-7bbb-8a3e-2f1d00c0ffee' as AppointmentId,
  state: 'booked',
  title: 'Carte d’identità',
  office: 'Anagrafe',
  reason: 'Rinnovo',
  code: 'AB23CD45',
  from: new Date('2026-10-25T08:00:00Z'),
  to: new Date('2026-10-25T08:30:00Z'),
  address: 'Via Lunga 1',
  online: false,
  bring: '',
  details: 'Non si legge qui.',
  offeredUntil: null,
  changesUntil: new Date('2026-10-24T08:00:00Z'),
  disrupted: false,
  moves: 2,
  link: 'https://comune.example/appuntamenti/x',
  contact: { phone: '', email: '' },
}
const body = { name: 'Comune', email: 'urp@comune.example' }

test('an appointment is the same event in every version, and takes itself out when it is cancelled', () => {
  const file = appointmentFile(appointment, body, it)
  const cancelled = appointmentFile({ ...appointment, state: 'cancelled' }, body, it)
  for (const version of [file, cancelled]) expect(version).toContain(`UID:${appointment.id}@comune.example`)
  expect(file).toMatch(/METHOD:PUBLISH[\s\S]*SEQUENCE:2[\s\S]*DTSTART:20261025T080000Z[\s\S]*STATUS:CONFIRMED/)
  expect(cancelled).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:3[\s\S]*STATUS:CANCELLED/)
  expect(file).not.toContain('Non si legge')
})

test('calendars on the web are given the same in their addresses', () => {
  const { google, outlook } = calendarLinks(appointment, body, it)
  expect(new URL(google).searchParams.get('dates')).toBe('20261025T080000Z/20261025T083000Z')
  expect(new URL(outlook).searchParams.get('startdt')).toBe('2026-10-25T08:00:00.000Z')
  expect(new URL(google).searchParams.get('details')).toContain('AB23-CD45')
})
