import { done, type Result, refuse } from '../shared/result.ts'

/** How long a code counts, in milliseconds, how often it may be typed wrong, and its digits (OWASP: one-time codes by mail). */
export const codeTerms = { life: 15 * 60_000, tries: 5, digits: 6 } as const

/** What is kept of a code: until when it counts, and how often it was typed wrong. */
export type SignInCode = { readonly expiresAt: Date; readonly tries: number }

export type CodeRefusal = 'code_over' | 'code_wrong'

/** Until when a code counts that is asked for now. */
export function codeEnd(now: Date): Date {
  return new Date(now.getTime() + codeTerms.life)
}

/** The digits of what was typed: people copy spaces with them, and write them in two halves. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s.-]/g, '')
}

/** Tells whether a code may still be typed. */
export function isCodeOpen({ expiresAt, tries }: SignInCode, now: Date): boolean {
  return now < expiresAt && tries < codeTerms.tries
}

/** A code opens a session while it counts and was not typed wrong too often; once it is over the right one opens nothing either. */
export function decideCode(code: SignInCode, matches: boolean, now: Date): Result<null, CodeRefusal> {
  if (!isCodeOpen(code, now)) return refuse('code_over')
  if (matches) return done(null)
  return refuse(code.tries + 1 < codeTerms.tries ? 'code_wrong' : 'code_over')
}
