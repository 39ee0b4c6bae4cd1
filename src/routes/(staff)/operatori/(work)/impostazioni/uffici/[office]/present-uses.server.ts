import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { countComing } from '#server/storage/appointments/coming.ts'
import type { Reader } from '#server/storage/database.ts'
import { readOfficeUses } from '#server/storage/office-uses.ts'

const shownNames = 8

/** What refers to an office, with how many people still come to its calendars. */
export async function readUsesToShow(reader: Reader, office: OfficeId, now: Date) {
  const uses = await readOfficeUses(reader, office)
  const coming = await countComing(reader, { calendars: uses.calendars.map(({ id }) => id), now })
  return { ...uses, coming }
}

/** What an office holds that another has to take over, line by line. */
export function presentUses(uses: Awaited<ReturnType<typeof readUsesToShow>>, { words, locale }: App.Locals) {
  const { close } = words.offices
  const line = (says: { readonly one: string; readonly other: string }, all: readonly string[]) =>
    all.length === 0
      ? []
      : [{ href: null, text: fill(count(locale, says, all.length), { names: shortened(all, close.further) }) }]
  const services = uses.services.map(({ sheet, draft }) => inLocale((draft?.sheet ?? sheet).title, locale))
  const calendars = uses.calendars.map(({ id, title }) => {
    const coming = uses.coming.get(id) ?? 0
    const says = coming === 0 ? close.emptyCalendar : count(locale, close.calendar, coming)
    return { href: `/operatori/agenda?calendario=${id}`, text: fill(says, { name: inLocale(title, locale) }) }
  })
  const [venues] = line(
    close.venues,
    uses.venues.map(({ name }) => inLocale(name, locale)),
  )
  return {
    references: [
      ...(uses.reports > 0 ? [{ href: null, text: count(locale, close.reports, uses.reports) }] : []),
      ...line(
        close.categories,
        uses.categories.map(({ name }) => inLocale(name, locale)),
      ),
      ...line(
        close.rules,
        uses.rules.map(({ name }) => name),
      ),
      ...line(close.services, services),
      ...line(
        close.profiles,
        uses.profiles.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
      ),
      ...calendars,
    ],
    venues: venues?.text ?? null,
    hasCalendars: calendars.length > 0,
  }
}

function shortened(names: readonly string[], further: string): string {
  const left = names.length - shownNames
  const shown = names.slice(0, shownNames).join(', ')
  return left > 0 ? fill(further, { names: shown, n: left }) : shown
}
