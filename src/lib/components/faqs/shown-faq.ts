/** A frequent question as pages show it. */
export type ShownFaq = {
  readonly id: string
  readonly question: string
  readonly answer: string
  /** The service that it is about, where it is shown to everybody. */
  readonly service: { readonly label: string; readonly href: string } | null
}
