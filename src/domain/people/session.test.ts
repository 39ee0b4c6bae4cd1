import { expect, test } from 'vitest'
import { citizenTerms, isSessionAlive, staffTerms } from './session.ts'

const begun = new Date('2026-05-11T08:00:00Z')
const after = (hours: number) => new Date(begun.getTime() + hours * 3_600_000)

test.each([
  ['staff, at once', staffTerms, 0, 0, true],
  ['staff, just before two idle hours', staffTerms, 0, 1.99, true],
  ['staff, after two idle hours', staffTerms, 0, 2, false],
  ['staff, busy until just before its end', staffTerms, 11.5, 11.99, true],
  ['staff, busy at its end', staffTerms, 11.5, 12, false],
  ['a citizen, just before an idle hour', citizenTerms, 0, 0.99, true],
  ['a citizen, after an idle hour', citizenTerms, 0, 1, false],
  ['a citizen, busy until just before its end', citizenTerms, 7.5, 7.99, true],
  ['a citizen, busy at its end', citizenTerms, 7.5, 8, false],
] as const)('a session of %s', (_, terms, seen, now, alive) => {
  const session = { seenAt: after(seen), expiresAt: new Date(begun.getTime() + terms.whole) }
  expect(isSessionAlive(session, terms, after(now))).toBe(alive)
})
