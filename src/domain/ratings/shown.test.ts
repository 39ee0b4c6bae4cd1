import { expect, test } from 'vitest'
import { shownPeriod } from './shown.ts'

test.each([
  ['2026-05-11', '2025-05-11'],
  ['2028-02-29', '2027-02-28'],
])('on %s what counts is since %s', (to, from) => expect(shownPeriod(to)).toEqual({ from, to }))
