import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { writeShort } from '#lib/messages/dates.ts'
import { writeNumber } from '#lib/messages/fill.ts'
import { listBulkRuns } from '#server/queries/desk/bulk-progress.ts'
import { staffOf } from '../staff-of.server.ts'
import type { PageServerLoad } from './$types'

const mostShown = 50

/** What the person asked for of many reports, so that what runs is found again. */
export const load: PageServerLoad = async ({ locals }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  if (!mayDo(staff, 'bulk')) error(403, words.desk.refusal.not_yours)
  const runs = await installation.world.read(directory.tenant.id, (reader) => listBulkRuns(reader, staff.account, mostShown))
  const { zone } = directory.tenant.settings.calendar
  return {
    bulk: words.bulk,
    back: words.desk.title,
    runs: runs.map(({ id, change, state, at, waiting, done, refused }) => ({
      href: `/operatori/massive/${id}`,
      what: words.bulk.act[change.act],
      when: writeShort(at, locale, zone),
      state: words.bulk.state[state],
      numbers: [done, refused, waiting].map((reports) => writeNumber(locale, reports)),
    })),
  }
}
