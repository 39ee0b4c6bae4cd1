import { expect, test } from 'vitest'
import { statementOf } from './site.ts'

const site = { links: {}, networks: {}, statements: { 'a.example': 'https://one.example', 'b.example': '' }, euFunded: false }

test.each([
  ['its own where it has one', 'a.example', site, 'https://one.example'],
  ['the body’s where its own is empty', 'b.example', site, 'https://all.example'],
  ['the body’s where nothing is known of the host', 'c.example', site, 'https://all.example'],
  ['the body’s where no site is set', 'a.example', undefined, 'https://all.example'],
] as const)('a host has %s', (_, host, known, expected) => expect(statementOf(host, 'https://all.example', known)).toBe(expected))
