import type { AppointmentId, AppointmentState } from './appointment.ts'

/** An appointment as whoever comes is shown it, on a page, in a letter, in their calendar: in their language. */
export type ShownAppointment = {
  readonly id: AppointmentId
  readonly state: AppointmentState
  readonly title: string
  readonly office: string
  readonly reason: string
  readonly code: string | null
  readonly from: Date
  readonly to: Date
  /** Where it is; null where nobody has said. */
  readonly address: string | null
  readonly online: boolean
  readonly bring: string
  readonly details: string
  /** It is an offer to whoever waits, and stands until then. */
  readonly offeredUntil: Date | null
  /** Until when it is moved or cancelled. */
  readonly changesUntil: Date
  /** The body cannot keep it, and asks for another time. */
  readonly disrupted: boolean
  /** Counts what its file has to tell anew: another time, another place. */
  readonly moves: number
  /** The private page. */
  readonly link: string
  readonly contact: { readonly phone: string; readonly email: string }
}

/** A code as it is read aloud: in two halves. */
export function writeCode(code: string): string {
  return code.replace(/^(.{4})(.+)$/, '$1-$2')
}
