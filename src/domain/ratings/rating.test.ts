import { describe, expect, test } from 'vitest'
import { readRating } from './rating.ts'

const given = { stars: '5', liked: '', difficulty: '', text: '' }

describe('a rating', () => {
  test.each([
    ['five stars and what was liked', { liked: 'complete', difficulty: 'lost' }, { stars: 5, answer: 2 }],
    ['three stars and what was difficult', { stars: '3', liked: 'complete', difficulty: 'lost' }, { stars: 3, answer: 3 }],
    ['an answer that nobody offered is left out', { liked: 'x' }, { stars: 5, answer: null }],
    ['words are trimmed', { text: '  bene  ' }, { detail: 'bene' }],
    ['words are cut at 200', { text: 'x'.repeat(300) }, { detail: 'x'.repeat(200) }],
    ['no words are none', { text: '  ' }, { detail: null }],
  ])('%s', (_, asked, expected) => expect(readRating({ ...given, ...asked })).toMatchObject({ ok: true, value: expected }))

  test.each(['', '0', '6', '1.5', 'x', '55'])('is refused with «%s» stars', (stars) =>
    expect(readRating({ ...given, stars })).toEqual({ ok: false, refusal: 'stars_missing' }),
  )
})
