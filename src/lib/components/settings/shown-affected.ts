/** People who are booked and could not be received any more: how many, the first of each calendar, and who they all are for the next time. */
export type ShownAffected = {
  readonly text: string
  readonly calendars: readonly {
    readonly id: string
    readonly title: string
    readonly lines: readonly { readonly href: string; readonly code: string; readonly when: string }[]
    readonly more: string | null
  }[]
  readonly shown: string
}
