/** What a refused form gives back: which form, why, beside which field, and everything that was typed. */
export type Refused = {
  readonly name: string
  readonly act: string | null
  readonly field: string | null
  readonly message: string
  readonly values: Readonly<Record<string, string>>
}
