import { describe, expect, test } from 'vitest'
import {
  hashPassword,
  hashToken,
  openSealed,
  randomCode,
  randomToken,
  readAppointmentToken,
  readReportLink,
  readWaitingToken,
  sealText,
  signAppointmentLink,
  signReportLink,
  signWaitingLink,
  verifyPassword,
} from './secrets.ts'

describe('tokens', () => {
  test('are long, fit for an address and never the same', () => {
    const tokens = Array.from({ length: 200 }, () => randomToken())
    expect(new Set(tokens).size).toBe(200)
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  })
  test('are recognised by their SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('passwords', () => {
  test('are kept as argon2id in PHC format, with a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('perché no?'), hashPassword('perché no?')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
  })
  test('are recognised, however the accent was typed, and others are not', async () => {
    const hash = await hashPassword('perch\u00e9 no?')
    expect(await verifyPassword('perch\u00e9 no?', hash)).toBe(true)
    expect(await verifyPassword('perche\u0301 no?', hash)).toBe(true)
    expect(await verifyPassword('perche no?', hash)).toBe(false)
    expect(await verifyPassword('', hash)).toBe(false)
  })
  test('a hash made by another argon2 is understood', async () => {
    // From the test vectors of the reference implementation (P-H-C/phc-winner-argon2, test.c).
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword('password', hash)).toBe(true)
    expect(await verifyPassword('Password', hash)).toBe(false)
  })
  test.each([
    ['nothing', ''],
    ['a plain word', 'password'],
    ['bcrypt', '$2b$12$abcdefghijklmnopqrstuuJ8yCJvO7wLQ5b8b1c8yqvO7wLQ5b8b1'],
    [
      'a cost that would stop the server',
      '$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    ],
    ['no pass at all', '$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
  ])('a stored hash that is %s fits no password', async (_, hash) => {
    expect(await verifyPassword('password', hash)).toBe(false)
  })
})

describe('the private link to a report', () => {
  const secret = new Uint8Array(32).fill(7)
  const report = '0198c2f4-7a10-7bbb-8a3e-2f1d00c0ffee'
  const token = signReportLink(secret, 'tenant-a', report)

  test('opens the report it was made for', () => {
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(readReportLink(secret, 'tenant-a', token)).toBe(report)
  })
  test('is the same each time', () => expect(signReportLink(secret, 'tenant-a', report)).toBe(token))
  test.each([
    ['of another tenant', 'tenant-b', token, secret],
    ['signed with another secret', 'tenant-a', token, new Uint8Array(32).fill(8)],
    ['cut short', 'tenant-a', token.slice(0, -1), secret],
    ['made longer', 'tenant-a', `${token}A`, secret],
    ['empty', 'tenant-a', '', secret],
    ['not even base64url', 'tenant-a', `${token.slice(0, -1)}!`, secret],
  ])('opens nothing when it is %s', (_, tenant, tried, key) => expect(readReportLink(key, tenant, tried)).toBeNull())
  test('opens nothing with any one character changed', () => {
    for (const at of token.split('').keys()) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(readReportLink(secret, 'tenant-a', token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
    }
  })
  test('is made for a UUID alone', () => expect(() => signReportLink(secret, 'tenant-a', '17')).toThrow())
})

describe('a sealed text', () => {
  const secret = Buffer.alloc(32, 7)
  const sealed = sealText(secret, 'tenant', '{"città":"«é»"}')
  test('comes back as it went out', () => expect(openSealed(secret, 'tenant', sealed)).toBe('{"città":"«é»"}'))
  test.each([
    ['nothing', ''],
    ['no seal', sealed.slice(0, -23)],
    ['another text', `x${sealed}`],
    ['another seal', `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BA' : 'AA'}`],
  ])('is none with %s', (_, text) => expect(openSealed(secret, 'tenant', text)).toBeNull())
  test('is none in another body', () => expect(openSealed(secret, 'other', sealed)).toBeNull())
  test('has a seal that knows capitals from small letters', () => {
    expect(openSealed(secret, 'tenant', sealText(secret, 'tenant', 'A'))).toBe('A')
    expect(sealText(secret, 'tenant', 'A').split('.')[1]).not.toBe(sealText(secret, 'tenant', 'a').split('.')[1])
  })
})

test('a link opens what it was made for, and nothing of another kind under the same id', () => {
  const [secret, id] = [new Uint8Array(32).fill(7), '0198c2f4-7a10-7bbb-8a3e-2f1d00c0ffee']
  expect(readAppointmentToken(secret, 'a', signAppointmentLink(secret, 'a', id))).toBe(id)
  expect(readWaitingToken(secret, 'a', signWaitingLink(secret, 'a', id))).toBe(id)
  expect(readAppointmentToken(secret, 'a', signWaitingLink(secret, 'a', id))).toBeNull()
})

test('a code has eight signs that are not mistaken for each other', () => {
  expect(new Set(Array.from({ length: 100 }, () => randomCode())).size).toBe(100)
  expect(randomCode()).toMatch(/^[A-HJ-NP-Z2-9]{8}$/)
})
