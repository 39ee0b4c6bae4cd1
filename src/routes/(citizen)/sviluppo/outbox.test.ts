import { expect, test } from 'vitest'
import { mayShowLetters } from './outbox.server.ts'

const here = {
  mailUrl: undefined,
  trustProxy: false,
  origin: 'http://127.0.0.1:3000',
  hostname: '127.0.0.1',
  clientAddress: '127.0.0.1',
  headers: new Headers(),
}

test.each([
  ['on this machine', here],
  ['by the machine’s name', { ...here, hostname: 'localhost' }],
  ['over IPv6', { ...here, origin: 'http://[::1]:3000', hostname: '[::1]', clientAddress: '::1' }],
  ['from a mapped address', { ...here, clientAddress: '::ffff:127.0.0.1' }],
])('letters are shown: %s', (_, asked) => expect(mayShowLetters(asked)).toBe(true))

test.each([
  ['where mail is sent', { ...here, mailUrl: 'smtp://mail.example' }],
  ['behind a proxy', { ...here, trustProxy: true }],
  ['behind a proxy that nobody told us of', { ...here, headers: new Headers({ 'x-forwarded-for': '203.0.113.1' }) }],
  ['with a public address', { ...here, origin: 'https://filo.example' }],
  ['asked for by a public name', { ...here, hostname: 'filo.example' }],
  ['asked for by a name that only begins like ours', { ...here, hostname: '127.0.0.1.example' }],
  ['from another machine', { ...here, clientAddress: '192.0.2.7' }],
])('letters are not shown: %s', (_, asked) => expect(mayShowLetters(asked)).toBe(false))
