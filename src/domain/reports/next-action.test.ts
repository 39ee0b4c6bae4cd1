import { expect, test } from 'vitest'
import { type NextAction, nextAction } from './next-action.ts'
import type { Stage } from './stage.ts'

const now = new Date('2026-05-11T10:00:00Z')
const before = new Date('2026-05-11T09:59:59Z')
const after = new Date('2026-05-11T10:00:01Z')

test.each<readonly [NextAction, Stage, Date | null, Date]>([
  ['take_in_charge', 'submitted', null, after],
  ['take_in_charge', 'submitted', before, before],
  ['read_author', 'in_charge', before, before],
  ['read_author', 'worked', before, after],
  ['answer', 'worked', null, before],
  ['wait', 'waiting', null, before],
  ['hurry', 'in_charge', null, before],
  ['hurry', 'planned', null, before],
  ['hurry', 'with_others', null, before],
  ['work', 'in_charge', null, now],
  ['work', 'planned', null, after],
  ['work', 'with_others', null, after],
  ['none', 'resolved', before, before],
  ['none', 'declined', null, before],
  ['none', 'withdrawn', null, before],
])('%s when it is %s, the author waits since %s, and the term is %s', (action, stage, authorWaitsSince, resolutionDue) => {
  expect(nextAction({ stage, authorWaitsSince, resolutionDue }, now)).toBe(action)
})
