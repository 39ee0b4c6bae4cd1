/** A service as lists show it. */
export type ServiceCardProps = {
  readonly href: string
  readonly title: string
  readonly description: string
  readonly category?: string | undefined
}

/** The services that were looked for, as far as they are shown, and the way to more of them. */
export type FoundServices = {
  readonly text: string
  readonly cards: readonly ServiceCardProps[]
  readonly count: string
  readonly more: { readonly href: string; readonly label: string } | null
}
