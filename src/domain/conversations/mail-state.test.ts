import { expect, test } from 'vitest'
import { isUnderWay, type MailState } from './mail-state.ts'

const noon = new Date('2026-05-11T12:00:00Z')
const ago = (minutes: number) => new Date(noon.getTime() - minutes * 60_000)
const mail = (state: MailState, at: number, claimed: number | null = null) => ({
  state,
  at: ago(at),
  claimedAt: claimed === null ? null : ago(claimed),
})

test.each([
  ['a letter that was just asked for', mail('queued', 1), true],
  ['one that has waited for almost an hour', mail('queued', 59), true],
  ['one that has waited for an hour', mail('queued', 60), false],
  ['one that is being sent at this moment', mail('queued', 300, 1), true],
  ['one that somebody took and died', mail('queued', 300, 5), false],
  ['one that arrived', mail('sent', 1), false],
  ['one that failed', mail('failed', 1), false],
  ['one that was not needed', mail('skipped', 1), false],
] as const)('%s: under way %s', (_, given, expected) => expect(isUnderWay(given, noon)).toBe(expected))
