import { expect, test } from 'vitest'
import { draftEnd } from './draft-life.ts'

test('a draft is kept for a week after it was touched', () =>
  expect(draftEnd(new Date('2026-05-11T08:00:00Z'))).toEqual(new Date('2026-05-18T08:00:00Z')))
