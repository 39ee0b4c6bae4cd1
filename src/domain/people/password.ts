import { done, type Result, refuse } from '../shared/result.ts'

export type PasswordRefusal = 'password_short' | 'password_long' | 'password_common' | 'password_repeat'

const shortest = 12
const longest = 200

/** What people type first, and machines try first, at this length. */
const common = ['password', 'qwerty', '123456', 'abcdef', 'letmein', 'benvenuto', 'iloveyou', 'admin', 'comune']

/** Checks a new password: long enough, not one that everybody tries, typed twice alike (NIST SP 800-63B: length, no rules of composition). */
export function checkPassword(password: string, repeat: string): Result<string, PasswordRefusal> {
  if (password.length < shortest) return refuse('password_short')
  if (password.length > longest) return refuse('password_long')
  const rest = common.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase())
  if (new Set(rest).size < 5) return refuse('password_common')
  return password === repeat ? done(password) : refuse('password_repeat')
}
