/** What was asked is done and gave a value. */
export type Done<T> = { readonly ok: true; readonly value: T }

/** What was asked is refused for a reason that a person may be told, and perhaps for one field of it, by the name that forms give it. */
export type Refused<R extends string> = { readonly ok: false; readonly refusal: R; readonly field?: string }

/** The answer of every rule and use case: a value, or a named refusal; outages are thrown instead. */
export type Result<T, R extends string> = Done<T> | Refused<R>

/** Says yes, with what came of it. */
export function done<T>(value: T): Done<T> {
  return { ok: true, value }
}

/** Says no, with the name of the rule that says it, and where one rule holds for several fields, which of them it is. */
export function refuse<R extends string>(refusal: R, field?: string): Refused<R> {
  return field === undefined ? { ok: false, refusal } : { ok: false, refusal, field }
}
