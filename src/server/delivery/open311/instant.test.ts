import { describe, expect, test } from 'vitest'
import { readInstant, writeInstant } from './instant.ts'

describe('a W3C date', () => {
  test.each([
    ['2010-01-01T00:00:00Z', '2010-01-01T00:00:00Z'],
    ['1994-11-05T08:15:30-05:00', '1994-11-05T13:15:30Z'],
    ['2026-05-11T10:00:00 02:00', '2026-05-11T08:00:00Z'],
    ['2026-05-11t10:00z', '2026-05-11T10:00:00Z'],
    ['2026-05-11T10:00:00.999Z', '2026-05-11T10:00:00Z'],
    ['2026-05-11', '2026-05-11T00:00:00Z'],
  ] as const)('%s is %s', (text, written) => {
    const instant = readInstant(text)
    expect(instant && writeInstant(instant)).toBe(written)
  })

  test.each([
    '',
    'now',
    '2026',
    '2026-02-30',
    '2026-13-01',
    '2026-05-11T10:00:00',
    '2026-05-11T25:00:00Z',
    '0001-01-01',
    '2026-05-11T10:00:00+99:00',
  ])('%s is none', (text) => expect(readInstant(text)).toBeNull())
})
