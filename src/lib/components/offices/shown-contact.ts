/** One way to reach somebody as a page shows it. */
export type ShownContact = {
  readonly label: string
  readonly value: string
  readonly href: string | null
  readonly note: string
}
