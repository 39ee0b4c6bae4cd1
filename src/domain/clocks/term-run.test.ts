import { expect, test } from 'vitest'
import type { EventKind } from '../reports/event.ts'
import { termRun } from './term-run.ts'

const day = (number: number) => new Date(Date.UTC(2026, 4, number))
const history = (...kinds: readonly EventKind[]) => kinds.map((kind, index) => ({ kind, at: day(index + 1) }))
const pause = (from: number, to: number) => ({ from: day(from), to: day(to) })

test.each([
  ['that nothing stopped has no pause', history('submitted', 'taken_in_charge', 'noted'), 1, []],
  ['stood still from question to answer', history('submitted', 'asked', 'noted', 'answered'), 1, [pause(2, 4)]],
  ['stood still until it was resumed', history('submitted', 'asked', 'resumed'), 1, [pause(2, 3)]],
  ['stood still until it was closed', history('submitted', 'asked', 'withdrawn'), 1, [pause(2, 3)]],
  ['ran on because the lead of its group was planned', history('submitted', 'asked', 'planned'), 1, [pause(2, 3)]],
  ['stood still twice', history('submitted', 'asked', 'answered', 'asked', 'resumed'), 1, [pause(2, 3), pause(4, 5)]],
  ['that stands still has no pause behind it', history('submitted', 'asked'), 1, []],
  ['begins anew when reopened', history('submitted', 'asked', 'answered', 'resolved', 'reopened', 'noted'), 5, []],
  ['may stand still again when reopened', history('submitted', 'declined', 'reopened', 'asked', 'answered'), 3, [pause(4, 5)]],
  ['begins with the last reopening', history('submitted', 'resolved', 'reopened', 'resolved', 'reopened'), 5, []],
] as const)('a term %s', (_, events, start, pauses) => {
  expect(termRun(day(1), events)).toEqual({ start: day(start), pauses })
})
