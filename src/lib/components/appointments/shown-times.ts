import type { Option } from '#lib/forms/field.ts'

/** A slot as it is offered: its instant (ISO), its hour, and day and hour as people say them. */
export type ShownSlot = { readonly value: string; readonly time: string; readonly label: string }

export type ShownDay = {
  readonly date: string
  readonly label: string
  readonly free: string
  readonly slots: readonly ShownSlot[]
}

/** What is free in a month, and the first that is free at all. */
export type ShownTimes = {
  readonly months: readonly Option[]
  readonly month: string
  readonly monthLabel: string
  readonly days: readonly ShownDay[]
  readonly first: (ShownSlot & { readonly month: string }) | null
}
