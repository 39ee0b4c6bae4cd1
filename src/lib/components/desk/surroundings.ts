import type { Stage } from '#domain/reports/stage.ts'

/** Another report as a line of this one's page; without an address where the person may not open it. */
export type ShownBeside = {
  readonly number: number
  readonly title: string
  readonly address: string | null
  readonly stage: Stage
  readonly sent: string
  readonly authorWaits: boolean
  readonly href: string | null
}

/** A report that may be about the same problem, and why. */
export type ShownLike = ShownBeside & { readonly open: boolean; readonly why: string; readonly score: string }

/** What a report's page shows of other reports, and what the person may do about it. */
export type ShownSurroundings = {
  readonly lead: ShownBeside | null
  readonly followers: readonly ShownBeside[]
  readonly leads: string | null
  /** The whole group as a list; nothing where there is none. */
  readonly groupList: string | null
  readonly parts: readonly ShownBeside[]
  readonly whole: ShownBeside | null
  readonly related: readonly (ShownBeside & { readonly note: string })[]
  readonly like: readonly ShownLike[]
  readonly open: boolean
  readonly mayGroup: boolean
  readonly mayRelate: boolean
  readonly maySplit: boolean
}
