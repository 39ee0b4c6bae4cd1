import type { Actor } from '../people/actor.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import { type MayRefusal, may } from './may.ts'
import type { AuthorDetails, Report } from './report.ts'
import { type AuthorRefusal, checkAuthor } from './submission.ts'

export type CorrectContactsRefusal = MayRefusal | AuthorRefusal | 'nothing_changes'

/** What of an author can be corrected. */
export type Contacts = Pick<AuthorDetails, 'firstName' | 'lastName' | 'email' | 'phone'>

/** Corrects how an author is spelt and reached; the history says which of it changed and never what it was or is. */
export function decideCorrection(
  report: Report,
  before: AuthorDetails,
  given: Contacts,
  by: Actor,
): Result<Decided & { readonly author: AuthorDetails }, CorrectContactsRefusal> {
  const allowed = may(by, 'correct_contacts', report)
  if (!allowed.ok) return allowed
  const after = {
    firstName: tidy(given.firstName),
    lastName: tidy(given.lastName),
    email: tidy(given.email),
    phone: tidy(given.phone),
  }
  const text = (value: string | null) => value ?? ''
  const asked = {
    firstName: text(after.firstName),
    lastName: text(after.lastName),
    email: text(after.email),
    phone: text(after.phone),
  }
  // What was not there before may stay away: an author may be anonymous, or known by telephone alone.
  const [wrong] = checkAuthor(asked, true)
  if (wrong) return refuse(wrong)
  if (before.email !== null && after.email === null) return refuse('email_missing')
  const corrected = [
    ...(after.firstName !== before.firstName || after.lastName !== before.lastName ? (['name'] as const) : []),
    ...(after.email !== before.email ? (['email'] as const) : []),
    ...(after.phone !== before.phone ? (['phone'] as const) : []),
  ]
  if (corrected.length === 0) return refuse('nothing_changes')
  return done({
    report,
    event: { kind: 'contacts_corrected', detail: { corrected } },
    words: null,
    author: { ...before, ...after },
  })
}

function tidy(text: string | null): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : trimmed
}
