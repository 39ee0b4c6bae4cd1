import { civilDate } from '#domain/shared/civil-date.ts'
import { searchText } from '#domain/shared/search-text.ts'
import { listStaff } from '#server/queries/people/list-staff.ts'
import type { PageServerLoad } from './$types'
import { roleInWords, stateInWords } from './present-staff.server.ts'

/** Who works for the body, with which roles. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const { world } = installation
  const today = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  const staff = await world.read(directory.tenant.id, (reader) => listStaff(reader, today))
  const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const people = staff.map((one) => ({
    href: `/operatori/impostazioni/persone/${one.account}`,
    name: one.name,
    email: one.email,
    roles: one.memberships.map((membership) => roleInWords(membership, locals)),
    open: one.open,
    state: stateInWords(one, locals),
  }))
  const wanted = searchText(asked)
  return {
    people: words.people,
    asked,
    done: url.searchParams.get('fatto'),
    rows: people.filter(({ name, email, roles }) => searchText([name, email, ...roles].join(' ')).includes(wanted)),
  }
}
