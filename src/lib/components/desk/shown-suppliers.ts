import type { Option } from '#lib/forms/field.ts'

/** A link that was sent to somebody outside, as the page of the report tells of it. */
export type ShownSupplierLink = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly state: string
  readonly sent: string
  readonly used: string
  readonly mayRevoke: boolean
  readonly mayResend: boolean
}

/** What the page of a report shows of the work given to somebody outside. */
export type ShownSuppliers = {
  /** Why nobody can be invited now; null where somebody can. */
  readonly refusal: string | null
  /** The body wants a word to the colleagues when work is entrusted. */
  readonly wantsNote: boolean
  readonly links: readonly ShownSupplierLink[]
  readonly choices: readonly Option[]
  readonly photos: readonly (Option & { readonly thumbnail: string })[]
  readonly description: string
  readonly hasPlace: boolean
  readonly days: string
}
