import type { Appointment } from '#domain/appointments/appointment.ts'
import type { Block } from '#domain/appointments/block.ts'
import type { BookingRules } from '#server/storage/appointments/calendars.ts'
import { whatIsUpset } from '#server/storage/appointments/review-appointments.ts'
import { readAuthors } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { alternatives } from './free-slots.ts'

/** Somebody who is booked in hours that would be blocked: another seat at the same time, or other times to choose from. */
export type Affected = {
  readonly appointment: Appointment
  readonly seat: number | null
  /** When else they may come, as their letter says. */
  readonly others: readonly Date[]
  readonly hasMail: boolean
}

/** Whom it would affect if hours were blocked now, in order; nothing is written. */
export async function previewBlock(
  reader: Reader,
  directory: Directory,
  rules: BookingRules,
  { block, now }: { readonly block: Block; readonly now: Date },
): Promise<readonly Affected[]> {
  const { upset } = await whatIsUpset(reader, rules, now, [block])
  const within = upset.filter(({ appointment: { from, to } }) => from < block.to && to > block.from)
  const contacts = await readAuthors(
    reader,
    within.flatMap(({ appointment }) => appointment.contact ?? []),
  )
  const affected: Affected[] = []
  for (const { appointment, seat } of within) {
    const { calendar, reason, from: near, contact } = appointment
    const ask = { ...{ calendar, reason, near, now }, seeker: 'citizen', besides: [block] } as const
    const slots = seat === null ? await alternatives(reader, directory, ask) : []
    const hasMail = contact !== null && Boolean(contacts.get(contact)?.email)
    affected.push({ appointment, seat, others: slots.map(({ from }) => from), hasMail })
  }
  return affected
}
