import { expect, test } from 'vitest'
import { tenantOrigin } from './tenant-origin.ts'

test.each([
  ['has no host: the installation’s address', [], 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['has the installation’s host: its address with the port', ['a.test', 'b.test'], 'https://b.test:8443', 'https://b.test:8443'],
  ['has hosts of its own: the first of them, with the scheme', ['z.test', 'a.test'], 'https://platform.test', 'https://a.test'],
])('a body that %s', (_, hosts, origin, expected) => expect(tenantOrigin(hosts, origin)).toBe(expected))
