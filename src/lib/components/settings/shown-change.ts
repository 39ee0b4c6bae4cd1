import type { Moment } from '../moment.ts'

/** A piece of what was set: gone, come, or left between them to show where. */
export type DifferencePart = { readonly what: 'before' | 'after' | 'same'; readonly text: string }

/** What differs in one field: each piece on its own line, or all of them one text. */
export type ShownDifference = { readonly field: string; readonly parts: readonly DifferencePart[]; readonly lines: boolean }

/** One change of a setting as it is shown. */
export type ShownChange = {
  readonly id: string
  readonly by: string
  readonly at: Moment
  /** What was changed, and where it is set; nothing where it is not there any more. */
  readonly thing: { readonly title: string; readonly href: string | null }
  /** That it was made or taken away; nothing where it was only changed. */
  readonly turn: string | null
  readonly differences: readonly ShownDifference[]
  /** Whether it can become again what it was before. */
  readonly returns: boolean
}

/** The newest changes, and where the others are. */
export type ShownHistory = { readonly changes: readonly ShownChange[]; readonly further: string | null }
