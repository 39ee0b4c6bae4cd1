import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownAffected } from '#lib/components/settings/shown-affected.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { count } from '#lib/messages/fill.ts'
import type { UpsetIn } from '#server/storage/appointments/review-appointments.ts'
import { textOf } from '../../../../read-form.server.ts'

const shownPeople = 10

/** Whoever could not be received any more, shown to whoever changes the hours before they are written to. */
export function presentAffected(upset: readonly UpsetIn[], { directory, words, locale }: App.Locals): ShownAffected {
  const says = words.calendars.affected
  const { zone } = directory.tenant.settings.calendar
  const people = upset.flatMap(({ appointments }) => appointments)
  return {
    text: count(locale, says.text, people.length),
    calendars: upset.map(({ calendar, appointments }) => {
      const left = appointments.length - shownPeople
      return {
        id: calendar.id,
        title: `${inLocale(calendar.title, locale)}: ${count(locale, says.people, appointments.length)}`,
        lines: appointments.slice(0, shownPeople).map(({ id, from, code }) => ({
          href: `/operatori/agenda/${id}`,
          code: writeCode(code ?? ''),
          when: writeMoment(from, locale, zone),
        })),
        more: left > 0 ? count(locale, says.more, left) : null,
      }
    }),
    shown: people.map(({ id }) => id).join(' '),
  }
}

/** Whom the form had shown, as soon as whoever sends it says to have seen them. */
export function readShown(form: FormData): readonly AppointmentId[] {
  return textOf(form, 'accepted') === '' ? [] : (textOf(form, 'shown').split(' ') as AppointmentId[])
}
