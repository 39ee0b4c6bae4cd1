import type { Moment } from '../moment.ts'

/** A mail of a report, with what became of it. */
export type ShownMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly state: string
  /** It did not arrive, and nothing has made that good. */
  readonly failed: boolean
  /** What the server answered, for who may know the address. */
  readonly answer: string | null
  readonly at: Moment
  readonly mayResend: boolean
}
