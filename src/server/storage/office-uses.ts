import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import type { OfficeReferences } from '#domain/offices/check-office.ts'
import type { Profile } from '#domain/offices/profile.ts'
import type { Venue } from '#domain/offices/venue.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import { namesOffice } from '#domain/routing/rule-offices.ts'
import { namesOfficeInSheet } from '#domain/services/service.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { readCalendars } from './appointments/calendars.ts'
import { type PlacedCategory, readCategories } from './categories.ts'
import type { Reader } from './database.ts'
import { countOpenIn } from './open-of.ts'
import { readProfiles } from './profiles.ts'
import { readRoutingRules } from './routing-rules.ts'
import { readWrittenServices, type WrittenService } from './service-drafts.ts'
import { readVenues } from './venues.ts'

/** Everything that names an office and is set by the body; a service does so too in what is being written of it. */
export type OfficeUses = {
  /** How many open ones lie with it. */
  readonly reports: number
  readonly categories: readonly PlacedCategory[]
  readonly rules: readonly RoutingRule[]
  readonly services: readonly WrittenService[]
  readonly calendars: readonly BookingCalendar[]
  readonly profiles: readonly Profile[]
  /** Where it is found; of these the successor gets none, it is where it is. */
  readonly venues: readonly Venue[]
}

/** What refers to an office. */
export async function readOfficeUses(reader: Reader, office: OfficeId): Promise<OfficeUses> {
  return {
    reports: await countOpenIn(reader, office),
    categories: (await readCategories(reader)).filter((category) => category.office === office),
    rules: (await readRoutingRules(reader)).filter((rule) => namesOffice(rule, office)),
    services: (await readWrittenServices(reader)).filter(({ sheet, draft }) =>
      [sheet, draft?.sheet ?? sheet].some((one) => namesOfficeInSheet(one, office)),
    ),
    calendars: (await readCalendars(reader)).filter((calendar) => calendar.office === office),
    profiles: (await readProfiles(reader)).filter(({ posts }) => posts.some((post) => post.office === office)),
    venues: (await readVenues(reader)).filter(({ offices }) => offices.includes(office)),
  }
}

/** How much has to go to a successor. */
export function countUses({ reports, categories, rules, services, calendars, profiles }: OfficeUses): OfficeReferences {
  return {
    reports,
    categories: categories.length,
    rules: rules.length,
    services: services.length,
    calendars: calendars.length,
    profiles: profiles.length,
  }
}
