/** A form that was refused: which one, beside which field it is said, why, and everything that was typed. */
export type RefusedForm = {
  readonly name: string
  readonly field: string | null
  readonly message: string
  readonly values: Readonly<Record<string, readonly string[]>>
}

/** What of a refused form concerns the form of this name. */
export function formOf(refused: RefusedForm | null, name: string) {
  const own = refused?.name === name ? refused : null
  return {
    refused: own,
    value: (field: string, otherwise = '') => own?.values[field]?.[0] ?? (own ? '' : otherwise),
    values: (field: string, otherwise: readonly string[]) => (own ? (own.values[field] ?? []) : otherwise),
    error: (field: string) => (own?.field === field ? own.message : undefined),
  }
}
