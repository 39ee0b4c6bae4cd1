/** What a refused form gives back: which form, why, beside which field, and everything that was typed. */
export type Refused = {
  readonly name: string
  readonly act: string | null
  readonly field: string | null
  /** Which rule refused it; none where something is shown before anything was asked for. */
  readonly refusal?: string
  readonly message: string
  readonly values: Readonly<Record<string, string>>
  /** Everything that was chosen under each name. */
  readonly ticked?: Readonly<Record<string, readonly string[]>> | undefined
  readonly letter?: ShownLetter | undefined
}

/** The mail that what is written would send. */
export type ShownLetter = { readonly subject: string; readonly to: string; readonly text: string; readonly lang: string }
