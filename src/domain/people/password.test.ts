import { expect, test } from 'vitest'
import { checkPassword } from './password.ts'

test.each([
  ['password_short', 'undici-lett', 'undici-lett'],
  ['password_long', 'x'.repeat(201), 'x'.repeat(201)],
  ['password_common', 'passwordpassword', 'passwordpassword'],
  ['password_common', 'aaaaaaaaaaaaaa', 'aaaaaaaaaaaaaa'],
  ['password_common', 'benvenuto123456', 'benvenuto123456'],
  ['password_repeat', 'una frase lunga', 'una frase lunGa'],
] as const)('refuses: %s', (refusal, password, repeat) => expect(checkPassword(password, repeat)).toEqual({ ok: false, refusal }))

test('takes a sentence', () =>
  expect(checkPassword('il gatto dorme', 'il gatto dorme')).toEqual({ ok: true, value: 'il gatto dorme' }))
