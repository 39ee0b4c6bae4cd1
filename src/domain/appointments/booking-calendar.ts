import type { WeeklyHours } from '../clocks/working-calendar.ts'
import type { Office } from '../offices/office.ts'
import type { Id, OfficeId } from '../shared/id.ts'
import type { Words } from '../shared/words.ts'

export type CalendarId = Id<'booking-calendar'>

/** What somebody comes for, how long it takes and how long the seat needs until the next, in minutes. */
export type Reason = {
  /** Never changed: appointments and addresses name it. */
  readonly code: string
  readonly name: Words
  readonly minutes: number
  readonly buffer: number
  /** The services, by their code, for which this is the reason. */
  readonly services: readonly string[]
}

/** Days without appointments, `[from, to)`, ISO. */
type Closure = { readonly from: string; readonly to: string }

/** Hours on one day (ISO) besides the weekly ones; they hold even where the day is closed. */
export type ExtraOpening = { readonly date: string; readonly from: string; readonly to: string }

/** What a body sets of a calendar of appointments. */
export type CalendarSetting = {
  readonly office: OfficeId
  readonly title: Words
  readonly mode: 'place' | 'online'
  /** Where it is; the office's own address where it is null. */
  readonly address: string | null
  readonly bring: Words
  readonly email: string | null
  readonly opening: WeeklyHours
  /** How many are received at the same time. */
  readonly seats: number
  readonly reasons: readonly Reason[]
  /** Hours that lie at least between booking and appointment. */
  readonly leadHours: number
  /** The first and the last day that can be booked, counted in civil days from today. */
  readonly firstDay: number
  readonly lastDay: number
  /** Hours before the appointment until which it is moved or cancelled. */
  readonly noticeHours: number
  readonly closures: readonly Closure[]
  readonly extra: readonly ExtraOpening[]
  readonly active: boolean
}

/** When and for what people are received by appointment. */
export type BookingCalendar = CalendarSetting & { readonly id: CalendarId }

/** The reasons for a service, or all of them where none is asked for. */
export function reasonsFor({ reasons }: CalendarSetting, service: string | null): readonly Reason[] {
  return service === null ? reasons : reasons.filter(({ services }) => services.includes(service))
}

/** A calendar with the office whose it is. */
export type CalendarOfOffice = {
  readonly calendar: Pick<CalendarSetting, 'mode' | 'address'>
  readonly office: Pick<Office, 'address'> | undefined
}

/** Tells whether whoever is booked has to go elsewhere: to another address, or to one instead of meeting online; the same address written otherwise is the same. */
export function placeChanges(before: CalendarOfOffice, after: CalendarOfOffice): boolean {
  return placeOf(before) !== placeOf(after)
}

function placeOf({ calendar, office }: CalendarOfOffice): string {
  if (calendar.mode === 'online') return 'online'
  return (calendar.address ?? office?.address ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
}

/** How long a reason takes a seat, in milliseconds. */
export function seatTime({ minutes, buffer }: Pick<Reason, 'minutes' | 'buffer'>): number {
  return (minutes + buffer) * 60_000
}
