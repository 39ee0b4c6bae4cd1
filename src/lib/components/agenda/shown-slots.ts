import type { Option } from '#lib/forms/field.ts'

/** Slots to choose from, the first one chosen; with what is said where there is none. */
export type ShownSlots = { readonly day: string; readonly options: readonly Option[]; readonly none: string }
