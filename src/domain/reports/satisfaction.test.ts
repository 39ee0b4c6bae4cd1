import { describe, expect, test } from 'vitest'
import type { ReportId } from '../shared/id.ts'
import { messageLength } from './move.ts'
import { fakeReport } from './report.fake.ts'
import { decideRating, satisfactionOf } from './satisfaction.ts'
import type { Stage } from './stage.ts'

describe('how content an author is', () => {
  test.each([
    [1, 'resolved', 'dissatisfied'],
    [2, 'declined', 'dissatisfied'],
    [3, 'resolved', 'neutral'],
    [4, 'resolved', 'satisfied'],
    [5, 'in_charge', 'satisfied'],
    [null, 'resolved', 'unsaid'],
    [null, 'declined', 'unsaid'],
    [null, 'in_charge', null],
    [null, 'withdrawn', null],
  ] as const)('%s stars, %s: %s', (stars, stage, expected) => {
    expect(satisfactionOf({ stars, stage })).toBe(expected)
  })
})

describe('the judgement of an author', () => {
  const closed = fakeReport({ stage: 'resolved' })
  const author = { kind: 'author', report: closed.id } as const

  test('counts as it was said last', () => {
    const rated = { ...closed, stars: 1 }
    expect(decideRating(rated, author, { stars: 4, text: ' Grazie. ' })).toEqual({
      ok: true,
      value: { report: { ...closed, stars: 4 }, text: 'Grazie.' },
    })
  })

  test.each([
    ['not_yours', 'resolved', { kind: 'author', report: 'another' as ReportId }, 5, ''],
    ['wrong_stage', 'in_charge', author, 5, ''],
    ['wrong_stage', 'withdrawn', author, 5, ''],
    ['stars_missing', 'resolved', author, 0, ''],
    ['stars_missing', 'declined', author, 6, ''],
    ['stars_missing', 'declined', author, 2.5, ''],
    ['text_too_long', 'resolved', author, 5, 'a'.repeat(messageLength + 1)],
  ] as const)('is refused: %s (%s)', (refusal, stage, by, stars, text) => {
    expect(decideRating({ ...closed, stage: stage as Stage }, by, { stars, text })).toEqual({ ok: false, refusal })
  })
})
