import type { ShownContact } from '../offices/shown-contact.ts'

/** An office as a sheet shows it: its page, how it is reached, and the form by which it is written to. */
export type OfficeCard = {
  readonly name: string
  readonly href: string
  readonly contacts: readonly ShownContact[]
  readonly write: { readonly href: string; readonly label: string } | null
}
