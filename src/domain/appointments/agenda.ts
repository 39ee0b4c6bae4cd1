import type { Span, WorkingCalendar } from '../clocks/working-calendar.ts'
import { civilDate } from '../shared/civil-date.ts'
import type { Appointment } from './appointment.ts'
import type { Block } from './block.ts'
import type { BookingCalendar } from './booking-calendar.ts'
import { merged, openOn } from './slots.ts'

/** What a seat is to somebody for a while. */
type Use =
  | { readonly kind: 'free' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'appointment'; readonly appointment: Appointment }
  | { readonly kind: 'blocked'; readonly block: Block }

/** One use of one seat without a break, as high as the rows that it covers. */
export type AgendaCell = Use & { readonly seat: number; readonly from: Date; readonly to: Date; readonly rows: number }

/** From one change to the next: the cells that begin with it, by seat. */
type AgendaRow = { readonly from: Date; readonly to: Date; readonly cells: readonly AgendaCell[] }

/** A day of a calendar seat by seat: hours without a break are one part. */
export type AgendaDay = { readonly date: string; readonly seats: number; readonly parts: readonly (readonly AgendaRow[])[] }

type Day = {
  readonly calendar: BookingCalendar
  readonly body: WorkingCalendar
  /** ISO. */
  readonly date: string
  readonly appointments: readonly Appointment[]
  readonly blocks: readonly Block[]
  readonly now: Date
}

const hour = 3_600_000
const free: Use = { kind: 'free' }
const closed: Use = { kind: 'closed' }

/** Whether an appointment keeps its seat: not where it was cancelled, nor where a hold is over that nobody was offered. */
export function keepsSeat({ state, waiting, holdUntil }: Appointment, now: Date): boolean {
  if (state === 'cancelled') return false
  return state !== 'held' || waiting !== null || (holdUntil !== null && holdUntil > now)
}

/** Lays out a civil day: whatever is open, and whoever comes outside of it, with a row wherever something changes and at each hour. */
export function layDay({ calendar, body, date, now, ...day }: Day): AgendaDay {
  const appointments = day.appointments.filter((one) => keepsSeat(one, now) && civilDate(one.from, body.zone) === date)
  const open = openOn(calendar, body, date)
  const held = appointments.map(({ from, seatUntil }) => ({ from: from.getTime(), to: seatUntil.getTime() }))
  const seats = Math.max(calendar.seats, ...appointments.map(({ seat }) => seat))
  const uses = { seats, open, appointments, blocks: day.blocks }
  return { date, seats, parts: merged([...open, ...held]).map((part) => layPart(part, uses)) }
}

/** Everything that stands in a day, in order of time and then of seats. */
export function cellsOf({ parts }: AgendaDay): readonly AgendaCell[] {
  return parts.flatMap((rows) => rows.flatMap(({ cells }) => cells))
}

type Uses = {
  readonly seats: number
  readonly open: readonly Span[]
  readonly appointments: readonly Appointment[]
  readonly blocks: readonly Block[]
}

function layPart(part: Span, uses: Uses): readonly AgendaRow[] {
  const lines = linesOf(part, uses)
  const starts = lines.slice(0, -1)
  const columns = Array.from({ length: uses.seats }, (_, at) => layColumn(at + 1, lines, uses))
  return starts.map((from, at) => ({
    from: new Date(from),
    to: new Date(lines[at + 1] ?? part.to),
    cells: columns.flatMap((column) => column.filter((cell) => cell.from.getTime() === from)),
  }))
}

/** Where something begins or ends, and the hours between. */
function linesOf(part: Span, { open, appointments, blocks }: Uses): readonly number[] {
  const hours = Array.from(
    { length: Math.ceil((part.to - part.from) / hour) },
    (_, n) => (Math.floor(part.from / hour) + n + 1) * hour,
  )
  const ends = [
    ...[part, ...open].flatMap(({ from, to }) => [from, to]),
    ...appointments.flatMap(({ from, seatUntil }) => [from.getTime(), seatUntil.getTime()]),
    ...blocks.flatMap(({ from, to }) => [from.getTime(), to.getTime()]),
  ]
  const within = [...ends, ...hours].filter((line) => line >= part.from && line <= part.to)
  return [...new Set(within)].toSorted((one, other) => one - other)
}

function layColumn(seat: number, lines: readonly number[], uses: Uses): readonly AgendaCell[] {
  const cells: AgendaCell[] = []
  for (const [at, from] of lines.slice(0, -1).entries()) {
    const use = useAt(seat, from, uses)
    const to = new Date(lines[at + 1] ?? from)
    const before = cells.at(-1)
    if (before && isSame(before, use)) cells[cells.length - 1] = { ...before, to, rows: before.rows + 1 }
    else cells.push({ ...use, seat, from: new Date(from), to, rows: 1 })
  }
  return cells
}

/** Whoever is booked is shown even where hours were blocked or closed since. */
function useAt(seat: number, at: number, { open, appointments, blocks }: Uses): Use {
  const appointment = appointments.find((one) => one.seat === seat && one.from.getTime() <= at && at < one.seatUntil.getTime())
  if (appointment) return { kind: 'appointment', appointment }
  if (!open.some(({ from, to }) => from <= at && at < to)) return closed
  const block = blocks.find((one) => (one.seat ?? seat) === seat && one.from.getTime() <= at && at < one.to.getTime())
  return block ? { kind: 'blocked', block } : free
}

function isSame(one: Use, other: Use): boolean {
  if (one.kind === 'appointment') return other.kind === 'appointment' && one.appointment === other.appointment
  if (one.kind === 'blocked') return other.kind === 'blocked' && one.block === other.block
  return one.kind === other.kind
}
