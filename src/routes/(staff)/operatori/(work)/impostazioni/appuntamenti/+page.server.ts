import { inLocale } from '#domain/shared/words.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { firstFree } from '#server/queries/appointments/free-slots.ts'
import { readCalendars } from '#server/storage/appointments/calendars.ts'
import type { PageServerLoad } from './$types'

/** The calendars of appointments, each with the first time that is free in it. */
export const load: PageServerLoad = async ({ locals }) => {
  const { installation, words, locale } = locals
  const { world } = installation
  const { id: tenant, settings } = locals.directory.tenant
  const now = world.now()
  // What was just changed is read, not what this process still has in mind.
  const calendars = await world.read(tenant, readCalendars)
  const directory = { ...locals.directory, calendars: new Map(calendars.map((one) => [one.id, one])) }
  const rows = await Promise.all(
    calendars.map(async ({ id, title, office, seats, active, reasons }) => {
      const asked = { calendar: id, reason: reasons[0]?.code ?? '', now, seeker: 'citizen' } as const
      const first = await world.read(tenant, (reader) => firstFree(reader, directory, asked))
      const known = directory.offices.get(office)
      return {
        href: `/operatori/impostazioni/appuntamenti/${id}`,
        title: inLocale(title, locale),
        office: known ? inLocale(known.name, locale) : '',
        seats,
        active,
        first: first && writeMoment(first.from, locale, settings.calendar.zone),
      }
    }),
  )
  return {
    calendars: words.calendars,
    rows: rows.toSorted((one, other) => one.office.localeCompare(other.office) || one.title.localeCompare(other.title)),
  }
}
