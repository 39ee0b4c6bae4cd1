import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { Affected } from '#server/queries/appointments/preview-block.ts'
import { reasonOf } from '../present-agenda.server.ts'

/** Who would be affected by hours that are blocked, and what becomes of them. */
export function presentAffected(affected: readonly Affected[], calendar: BookingCalendar, locals: App.Locals) {
  const { words, locale, directory } = locals
  const { blocks } = words.agenda
  const { zone } = directory.tenant.settings.calendar
  return {
    title: affected.length === 0 ? blocks.nobody : count(locale, blocks.affected, affected.length),
    people: affected.map((one) => ({
      id: one.appointment.id as string,
      href: `/operatori/agenda/${one.appointment.id}`,
      code: writeCode(one.appointment.code ?? ''),
      line: `${writeMoment(one.appointment.from, locale, zone)}, ${reasonOf(one.appointment, { calendar }, locals)}`,
      follows: whatFollows(one, blocks),
      others: one.others.map((slot) => writeMoment(slot, locale, zone)),
    })),
  }
}

function whatFollows({ appointment, seat, others, hasMail }: Affected, blocks: App.Locals['words']['agenda']['blocks']): string {
  if (seat !== null) return fill(blocks.reseated, { seat })
  if (appointment.disrupted) return blocks.told
  if (!hasMail) return blocks.noMail
  return others.length === 0 ? blocks.noSlots : blocks.upset
}
