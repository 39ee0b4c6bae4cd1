import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { officesRated } from '#domain/ratings/may-see.ts'
import { readResultsFilter } from '#domain/ratings/results-filter.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { staffOf } from '../staff-of.server.ts'

/** Who asks for results, which they want by the address, and of which offices they see any. */
export function askedResults(locals: App.Locals, search: URLSearchParams) {
  const staff = staffOf(locals)
  if (!mayDo(staff, 'see_ratings')) error(403, locals.words.ratingResults.notYours)
  const { directory, installation } = locals
  const today = civilDate(installation.world.now(), directory.tenant.settings.calendar.zone)
  const byCode = new Map([...directory.offices.values()].map(({ code, id }) => [code, id]))
  return { staff, today, filter: readResultsFilter(search, today, byCode), seen: officesRated(staff) }
}
