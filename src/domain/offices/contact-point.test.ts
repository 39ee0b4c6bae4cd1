import { expect, test } from 'vitest'
import { addressOfContact, type ContactKind, checkContactPoints, contactKinds, dialled, isHarvested } from './contact-point.ts'

const point = (kind: ContactKind, value: string, note = '') => ({ kind, value, note })

test.each([
  [point('phone', '010 000 1010'), null],
  [point('phone', '+39 010/000.1010'), null],
  [point('phone', 'chiamami'), 'contact_wrong'],
  [point('phone', '12'), 'contact_wrong'],
  [point('email', 'a@b.example'), null],
  [point('pec', 'a@b'), 'contact_wrong'],
  [point('url', 'https://b.example/x'), null],
  [point('url', 'b.example'), 'contact_wrong'],
  [point('url', 'javascript:alert(1)'), 'contact_wrong'],
  [point('address', ''), 'contact_wrong'],
  [point('telegram', '@comune'), null],
  [point('skype', 'x'.repeat(201)), 'contact_too_long'],
  [point('skype', 'x', 'y'.repeat(201)), 'contact_too_long'],
])('%j: %s', (given, refusal) => {
  const checked = checkContactPoints([point('email', 'a@b.example'), given])
  expect(checked).toEqual(
    refusal === null
      ? { ok: true, value: [point('email', 'a@b.example'), given] }
      : { ok: false, refusal, field: 'contact-value-1' },
  )
})

test.each([
  [point('phone', '010 000 1010'), 'tel:+390100001010'],
  [point('pec', 'a@b.example'), 'mailto:a@b.example'],
  [point('whatsapp', '333 000 0101'), 'https://wa.me/393330000101'],
  [point('url', 'https://b.example'), 'https://b.example'],
  [point('linkedin', 'https://l.example/c'), 'https://l.example/c'],
  [point('telegram', '@comune'), null],
  [point('address', 'Via Prova 1'), null],
])('%j leads to %s', (given, expected) => expect(addressOfContact(given)).toBe(expected))

test.each([
  ['010 1', '0101'],
  ['112', '112'],
  ['800 000 101', '800000101'],
  ['+44 20 1', '+44201'],
  ['010 000 1010', '+390100001010'],
])('%s is dialled %s', (number, expected) => expect(dialled(number)).toBe(expected))

test('a form stands in for e-mail addresses alone: certified mail is for everybody to know', () =>
  expect(contactKinds.filter((kind) => isHarvested({ kind }))).toEqual(['email']))
