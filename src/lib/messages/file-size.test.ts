import { expect, test } from 'vitest'
import { writeFileSize } from './file-size.ts'

test.each([
  [12, 'it', '1 kB'],
  [240_400, 'it', '240 kB'],
  [1_250_000, 'it', '1,3 MB'],
  [1_250_000, 'en', '1.3 MB'],
] as const)('%i bytes in %s', (bytes, locale, text) => expect(writeFileSize(bytes, locale).replace(/\s/g, ' ')).toBe(text))
