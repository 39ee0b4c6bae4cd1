import type { BookingProblem } from '#domain/appointments/booking-draft.ts'
import type { FormError } from '#lib/forms/field.ts'

/** What is wrong, in words: a list for the top of the page and one message for each field. */
type Worded = { readonly errors: readonly FormError[]; readonly byField: Readonly<Record<string, string>> }

export function wordProblems({ words }: App.Locals, problems: readonly Pick<BookingProblem, 'field' | 'refusal'>[]): Worded {
  const errors = problems.map(({ field, refusal }) => ({ field, message: words.booking.problems[refusal] }))
  return { errors, byField: Object.fromEntries(errors.toReversed().map(({ field, message }) => [field, message])) }
}
