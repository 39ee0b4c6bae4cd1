/** What was asked is done and gave a value. */
export type Done<T> = { readonly ok: true; readonly value: T }

/** What was asked is refused for a reason that a person may be told. */
export type Refused<R extends string> = { readonly ok: false; readonly refusal: R }

/** The answer of every rule and use case: a value, or a named refusal; outages are thrown instead. */
export type Result<T, R extends string> = Done<T> | Refused<R>

/** Says yes, with what came of it. */
export function done<T>(value: T): Done<T> {
  return { ok: true, value }
}

/** Says no, with the name of the rule that says it. */
export function refuse<R extends string>(refusal: R): Refused<R> {
  return { ok: false, refusal }
}
