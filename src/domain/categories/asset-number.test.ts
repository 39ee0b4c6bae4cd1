import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleOfAsset, isAssetPattern, readAssetNumber } from './asset-number.ts'

describe('the number of an asset', () => {
  test.each([
    ['####', '1234', '1234'],
    ['####', ' 12 34 ', '1234'],
    ['####', '123', null],
    ['####', '12345', null],
    ['@@-###', 'ab-123', 'AB-123'],
    ['@@-###', 'AB123', null],
    ['P#+', 'p7', 'P7'],
    ['P#+', 'P70012', 'P70012'],
    ['P#+', 'P', null],
    ['#+,@#+', 'K12', 'K12'],
    ['#+,@#+', '12', '12'],
    ['#+#', '1', null],
    ['#+#', '12', '12'],
    ['#+#+#', '123456', '123456'],
    ['@', 'È', 'È'],
    ['', '', null],
  ])('%j takes %j: %j', (pattern, text, number) => expect(readAssetNumber(text, pattern)).toBe(number))

  test('is answered quickly, however many ways there are to read it', () => {
    expect(readAssetNumber('1'.repeat(500), `${'#+'.repeat(40)}@`)).toBeNull()
  })
})

test.each([
  ['###', true],
  ['@@-##/#+', true],
  ['#+, @#+', true],
  ['PALO', false],
  ['', false],
  [',', false],
  ['+#', false],
  ['#++', false],
  ['A+#', false],
  ['#(', false],
  ['#'.repeat(101), false],
])('%j is a pattern: %j', (pattern, is) => expect(isAssetPattern(pattern)).toBe(is))

test.each([
  ['####', '1234'],
  ['P#+', 'P123'],
  ['@@-##', 'AA-12'],
  ['', ''],
])('%j is explained by %j', (pattern, example) => expect(exampleOfAsset(pattern)).toBe(example))

test('the example of a pattern is always taken', () => {
  const pattern = fc
    .array(fc.constantFrom('#', '@', '#+', '@+', '-', 'P', '/'), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(pattern, (one) => {
      fc.pre(isAssetPattern(one))
      expect(readAssetNumber(exampleOfAsset(one), one)).toBe(exampleOfAsset(one))
    }),
  )
})
