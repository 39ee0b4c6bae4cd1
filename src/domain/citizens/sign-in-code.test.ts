import { expect, test } from 'vitest'
import { codeEnd, codeTerms, decideCode, digitsOf } from './sign-in-code.ts'

const now = new Date('2026-05-11T08:00:00Z')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const code = (tries: number) => ({ expiresAt: codeEnd(now), tries })

test.each([
  ['the right one, at once', 0, 0, true, 'opens'],
  ['the right one, at the fifth try', 4, 0, true, 'opens'],
  ['the right one, a moment before its end', 0, codeTerms.life - 1, true, 'opens'],
  ['the right one, at its end', 0, codeTerms.life, true, 'code_over'],
  ['the right one, after five wrong ones', 5, 0, true, 'code_over'],
  ['a wrong one', 0, 0, false, 'code_wrong'],
  ['a fourth wrong one', 3, 0, false, 'code_wrong'],
  ['a fifth wrong one, which ends the code', 4, 0, false, 'code_over'],
  ['a wrong one after its end', 0, codeTerms.life + 1, false, 'code_over'],
] as const)('%s', (_, tries, later, matches, said) => {
  const decided = decideCode(code(tries), matches, after(later))
  expect(decided.ok ? 'opens' : decided.refusal).toBe(said)
})

test.each([
  ['123456', '123456'],
  [' 123 456\n', '123456'],
  ['123-456', '123456'],
  ['12345', '12345'],
  ['', ''],
])('what is typed as %j is read as %j', (typed, digits) => expect(digitsOf(typed)).toBe(digits))
