import { Temporal } from 'temporal-polyfill'
import { hoursOn, type Span, spansOn, type WorkingCalendar } from '../clocks/working-calendar.ts'
import { civilDate } from '../shared/civil-date.ts'
import { daysAfter, endOfDay, startOfDay } from '../shared/day-span.ts'
import { type BookingCalendar, type Reason, seatTime } from './booking-calendar.ts'

/** When somebody may come, and the first seat that is free then. */
export type Slot = { readonly from: Date; readonly to: Date; readonly seat: number }

/** What takes a seat, or all of them: `[from, to)`, with the time that the seat needs afterwards. */
export type Taken = { readonly seat: number | null; readonly from: Date; readonly to: Date }

/** Who looks for a slot: citizens have to keep to the days that can be booked, staff only come after now. */
export type Seeker = 'citizen' | 'staff'

/** Where slots are looked for: those that begin in `[from, to)`. */
export type Search = {
  readonly calendar: BookingCalendar
  /** The body's own, whose zone, holidays and closures hold for every calendar. */
  readonly body: WorkingCalendar
  readonly reason: Reason
  readonly from: Date
  readonly to: Date
  readonly now: Date
  readonly seeker: Seeker
}

const minute = 60_000
const day = 86_400_000
/** How far ahead staff may book, in civil days. */
const staffDays = 366

/** The slots that are offered, in order: within the hours, within the days that can be booked, with a seat free for length and buffer. */
export function slotsOf(search: Search, taken: readonly Taken[]): readonly Slot[] {
  return [...offered(search, taken)]
}

/** The first slot that is offered, or none as far as can be booked. */
export function firstSlot(search: Search, taken: readonly Taken[]): Slot | null {
  return offered(search, taken).next().value ?? null
}

/** Whether a slot begins at an instant at all, free or taken: whoever comes too late for it is told so. */
export function isSlot(search: Omit<Search, 'from' | 'to'>, from: Date): boolean {
  const { calendar, seeker } = search
  const starts = startsIn({ ...search, from, to: new Date(from.getTime() + 1) })
  return (calendar.active || seeker === 'staff') && starts.next().done !== true
}

/** From when until when slots can be booked now. */
export function bookableSpan(
  { leadHours, firstDay, lastDay }: Pick<BookingCalendar, 'leadHours' | 'firstDay' | 'lastDay'>,
  zone: string,
  now: Date,
  seeker: Seeker,
): { readonly from: Date; readonly to: Date } {
  const today = civilDate(now, zone)
  if (seeker === 'staff') return { from: now, to: endOfDay(daysAfter(today, staffDays), zone) }
  const first = Math.max(startOfDay(daysAfter(today, firstDay), zone).getTime(), now.getTime() + leadHours * 60 * minute)
  return { from: new Date(first), to: endOfDay(daysAfter(today, lastDay), zone) }
}

/** When a calendar is open on a civil date (ISO): weekly hours unless the body or the calendar is closed, and extra openings. */
export function openOn(calendar: BookingCalendar, body: WorkingCalendar, date: string): readonly Span[] {
  return dayOf(calendar, body, date).spans
}

/** The seat of the lowest number that is free in a span; none where all are taken. */
export function freeSeat(
  seats: number,
  span: { readonly from: Date; readonly to: Date },
  taken: readonly Taken[],
): number | null {
  const at = linesOf(seats, taken).findIndex((line) => isFree(line, span.from.getTime(), span.to.getTime()))
  return at < 0 ? null : at + 1
}

function* offered(search: Search, taken: readonly Taken[]): Generator<Slot, undefined> {
  const { calendar, reason, seeker } = search
  if (!calendar.active && seeker === 'citizen') return
  const lines = linesOf(calendar.seats, taken)
  for (const from of startsIn(search)) {
    const at = lines.findIndex((line) => isFree(line, from, from + seatTime(reason)))
    if (at >= 0) yield { from: new Date(from), to: new Date(from + reason.minutes * minute), seat: at + 1 }
  }
}

function* startsIn({ calendar, body, reason, now, seeker, ...asked }: Search): Generator<number, undefined> {
  const bookable = bookableSpan(calendar, body.zone, now, seeker)
  const from = Math.max(asked.from.getTime(), bookable.from.getTime())
  const to = Math.min(asked.to.getTime(), bookable.to.getTime())
  if (from >= to) return
  const last = civilDate(new Date(to - 1), body.zone)
  for (let date = civilDate(new Date(from), body.zone); date <= last; date = daysAfter(date, 1)) {
    const { spans, plain } = dayOf(calendar, body, date)
    for (const span of spans) {
      const starts = plain ? startsEvery(seatTime(reason), span, reason) : startsOn(date, span, reason, body.zone)
      for (const start of starts) if (start >= from && start < to) yield start
    }
  }
}

/** Where the clocks stay as they are, slots follow each other. */
function startsEvery(step: number, span: Span, { minutes }: Reason): readonly number[] {
  const last = span.to - minutes * minute
  const starts: number[] = []
  for (let start = span.from; start <= last; start += step) starts.push(start)
  return starts
}

/** Slots follow each other in civil time: an hour that the clocks skip has none, an hour that comes twice has them once. */
function startsOn(date: string, span: Span, reason: Reason, zone: string): readonly number[] {
  const last = span.to - reason.minutes * minute
  const starts: number[] = []
  const first = Temporal.Instant.fromEpochMilliseconds(span.from).toZonedDateTimeISO(zone).toPlainDateTime()
  for (let civil = first; civil.toPlainDate().toString() === date; civil = civil.add({ milliseconds: seatTime(reason) })) {
    const at = civil.toZonedDateTime(zone)
    if (at.epochMilliseconds > last) break
    if (at.toPlainDateTime().equals(civil)) starts.push(at.epochMilliseconds)
  }
  return starts
}

type Line = { readonly pieces: readonly Span[]; next: number }

/** What is taken seat by seat, in order. */
function linesOf(seats: number, taken: readonly Taken[]): readonly Line[] {
  const bySeat = Array.from({ length: seats }, (): Span[] => [])
  for (const { seat, from, to } of taken) {
    const span = { from: from.getTime(), to: to.getTime() }
    for (const pieces of seat === null ? bySeat : [bySeat[seat - 1]]) pieces?.push(span)
  }
  return bySeat.map((pieces) => ({ pieces: merged(pieces), next: 0 }))
}

/** Asked in order of time, so that every piece is looked at once. */
function isFree(line: Line, from: number, to: number): boolean {
  while ((line.pieces[line.next]?.to ?? Number.POSITIVE_INFINITY) <= from) line.next++
  return (line.pieces[line.next]?.from ?? Number.POSITIVE_INFINITY) >= to
}

/** In order, with what overlaps or touches made one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const before = whole.at(-1)
    if (before && span.from <= before.to) whole[whole.length - 1] = { from: before.from, to: Math.max(before.to, span.to) }
    else whole.push(span)
  }
  return whole
}

/** When a calendar is open on a day, and whether the clocks stay as they are all day. */
type Day = { readonly spans: readonly Span[]; readonly plain: boolean }

/** Days are worked out once per calendar, which is never changed but replaced. */
const worked = new WeakMap<BookingCalendar, { readonly body: WorkingCalendar; readonly days: Map<string, Day> }>()

function dayOf(calendar: BookingCalendar, body: WorkingCalendar, date: string): Day {
  let known = worked.get(calendar)
  if (known?.body !== body) {
    known = { body, days: new Map() }
    worked.set(calendar, known)
  }
  const day = known.days.get(date) ?? workOut(calendar, body, date)
  known.days.set(date, day)
  return day
}

function workOut({ opening, closures, extra }: BookingCalendar, body: WorkingCalendar, date: string): Day {
  const weekly = hoursOn(date, { ...body, weekly: opening, closures: [...body.closures, ...closures] })
  const besides = extra.filter((one) => one.date === date)
  return { spans: merged(spansOn(date, [...weekly, ...besides], body.zone)), plain: isPlainDay(date, body.zone) }
}

const plainDays = new Map<string, boolean>()

/** Whether the clocks stay as they are all day. */
function isPlainDay(date: string, zone: string): boolean {
  const key = `${zone} ${date}`
  const known = plainDays.get(key) ?? endOfDay(date, zone).getTime() - startOfDay(date, zone).getTime() === day
  plainDays.set(key, known)
  return known
}
