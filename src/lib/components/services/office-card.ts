type Link = { readonly text: string; readonly href: string }

/** An office as a sheet shows it: its page and how it is reached. */
export type OfficeCard = {
  readonly name: string
  readonly href: string
  readonly address: string | null
  readonly phone: Link | null
  readonly mails: readonly Link[]
}
