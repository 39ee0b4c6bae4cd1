import type { Bucket } from '#domain/reports/inbox.ts'
import type { Priority } from '#domain/reports/priority.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { Box } from '#domain/shared/box.ts'
import type { Option, OptionGroup } from '#lib/forms/field.ts'

type ShownBucket = {
  readonly bucket: Bucket
  readonly label: string
  readonly count: number
  readonly href: string
  readonly current: boolean
}

export type ShownRow = {
  readonly number: number
  readonly href: string
  readonly crumb: string
  readonly title: string
  readonly category: string
  readonly place: string
  readonly stage: Stage
  readonly priority: { readonly level: Priority; readonly label: string } | null
  readonly owner: string
  readonly due: string
  readonly late: boolean
  readonly unread: boolean
  /** What the columns of the table say, in their order; none where the list is no table. */
  readonly cells: readonly string[]
}

/** One choice of the filter: its name in the address, what may be chosen, and what is. */
export type ShownChoice = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly groups?: readonly OptionGroup[]
  readonly help?: string | undefined
  readonly value: string
}

/** Several choices of one kind. */
type ShownChoices = Omit<ShownChoice, 'value' | 'groups' | 'help'> & { readonly values: readonly string[] }

export type ShownFilterForm = {
  readonly many: readonly ShownChoices[]
  readonly one: readonly ShownChoice[]
  readonly dates: readonly { readonly name: string; readonly label: string; readonly value: string }[]
  readonly mine: boolean
}

export type ShownFilters = {
  readonly text: string
  /** The form, where it is open. */
  readonly form: ShownFilterForm | null
  /** What of the address is kept when the search or the filter is sent. */
  readonly hidden: Readonly<Record<'search' | 'form', readonly (readonly [name: string, value: string])[]>>
  /** What is filtered by now, and where each goes when it is removed. */
  readonly chips: readonly { readonly label: string; readonly href: string }[]
  readonly clear: string
  /** What of it is no longer there, in words. */
  readonly dead: string | null
}

export type ShownLook = {
  readonly sort: ShownChoice
  readonly table: boolean
  readonly dense: boolean
  readonly map: boolean
  readonly columns: ShownChoices
  /** The same list as a table or as a list, with or without a map. */
  readonly turn: { readonly form: string; readonly map: string }
  /** What of the address is no look, and is kept when the form is sent. */
  readonly hidden: readonly (readonly [name: string, value: string])[]
}

/** The map of the list. */
export type ShownMap = {
  /** What is shown at first. */
  readonly box: Box
  /** The filter of the list, and where the list is with another part of the map. */
  readonly query: string
  readonly searchHere: string
  /** Where a report of the list is opened: the search of its address. */
  readonly kept: string
  /** What those without scripts see. */
  readonly picture: string
}

/** A saved view, as it is found beside the list. */
export type ShownView = {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly current: boolean
  /** The list began with the view and is another by now. */
  readonly changed: boolean
  /** For whom it is, where it is shared. */
  readonly shared: string | null
  /** What it shows, in words. */
  readonly asks: string
  /** What of it is no longer there, in words. */
  readonly dead: string | null
}

/** Where the list is taken away as a file, with contacts or without. */
export type ShownExport = { readonly format: 'csv' | 'xlsx'; readonly href: string; readonly contacts: boolean }

/** Whose inbox is looked at. */
type ShownScope = { readonly label: string; readonly href: string; readonly current: boolean }

/** The list of the desk as it is shown. */
export type ShownList = {
  readonly scopes: readonly ShownScope[]
  readonly groups: readonly { readonly label: string; readonly buckets: readonly ShownBucket[] }[]
  /** Every report, open or not. */
  readonly everything: { readonly href: string; readonly current: boolean }
  readonly views: readonly ShownView[]
  readonly manageViews: string
  /** None where the person may not take lists away. */
  readonly exports: readonly ShownExport[]
  readonly title: string
  readonly results: string
  readonly filters: ShownFilters
  readonly look: ShownLook
  readonly columns: readonly string[]
  readonly rows: readonly ShownRow[]
  /** Where an action on all of the list begins; nothing for whoever may not act on many. */
  readonly bulkAll: string | null
  readonly roundAll: string
  /** What of the address is kept when ticked reports are sent. */
  readonly kept: readonly (readonly [name: string, value: string])[]
  readonly map: ShownMap | null
  readonly further: string | undefined
  readonly first: string | undefined
}
