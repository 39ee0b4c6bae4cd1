import type { Visit } from '#domain/appointments/appointment.ts'

/** A visit that can be written down of an appointment now. */
export type ShownVisit = { readonly visit: Visit; readonly label: string }

/** What a seat is for a while, in words. */
export type ShownCell = {
  readonly key: string
  readonly kind: 'free' | 'closed' | 'blocked' | 'held' | 'appointment'
  readonly seat: string
  readonly rows: number
  readonly time: string
  readonly title: string
  readonly note: string
  readonly href: string | null
  /** How it stands, and whether that stands out. */
  readonly state: string
  readonly tone: 'plain' | 'here' | 'over' | 'upset'
  readonly appointment: string | null
  readonly visits: readonly ShownVisit[]
}

type ShownRow = {
  readonly key: string
  readonly time: string
  /** The hour that it is, where it is in this row. */
  readonly now: string | null
  readonly cells: readonly ShownCell[]
}

/** A day of the agenda, in words. */
export type ShownDay = {
  readonly date: string
  readonly title: string
  readonly short: string
  readonly href: string
  readonly today: boolean
  readonly seats: readonly string[]
  readonly parts: readonly (readonly ShownRow[])[]
}

/** Everything of a day but what nobody has to know of: closed hours, and free ones that are over. */
export function cellsOfDay({ parts }: Pick<ShownDay, 'parts'>): readonly ShownCell[] {
  const cells = parts.flatMap((rows) => rows.flatMap((row) => row.cells))
  return cells.filter(({ kind, href }) => kind !== 'closed' && !(kind === 'free' && href === null))
}
