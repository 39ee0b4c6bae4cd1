import { expect, test } from 'vitest'
import { nextStep } from './next-step.ts'

const [soon, later] = [new Date('2026-05-18T15:00:00Z'), new Date('2026-06-10T15:00:00Z')]
const now = new Date('2026-05-11T08:00:00Z')
const sent = {
  stage: 'submitted',
  firstReplyAt: null,
  firstReplyDue: soon,
  resolutionDue: later,
  plannedFor: null,
  stars: null,
} as const
const replied = { ...sent, stage: 'in_charge', firstReplyAt: now } as const

test.each([
  ['sent just now', sent, now, { kind: 'first_reply', due: soon }],
  ['sent, and the first reply is late', sent, later, { kind: 'first_reply_late', due: soon }],
  ['in charge', replied, now, { kind: 'resolution', due: later }],
  ['in charge, and late', replied, new Date('2026-07-01T08:00:00Z'), { kind: 'resolution_late', due: later }],
  ['planned', { ...replied, stage: 'planned', plannedFor: '2026-05-20' }, now, { kind: 'planned', day: '2026-05-20' }],
  ['asked something', { ...sent, stage: 'waiting' }, later, { kind: 'answer' }],
  ['resolved', { ...replied, stage: 'resolved' }, now, { kind: 'rate' }],
  ['declined and judged', { ...replied, stage: 'declined', stars: 2 }, now, { kind: 'nothing' }],
  ['withdrawn', { ...sent, stage: 'withdrawn' }, now, { kind: 'nothing' }],
] as const)('a report that is %s', (_, report, at, step) => expect(nextStep(report, at)).toEqual(step))
