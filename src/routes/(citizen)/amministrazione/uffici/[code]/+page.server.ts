import { error } from '@sveltejs/kit'
import { asksForHelpOnly } from '#domain/categories/category.ts'
import type { Office } from '#domain/offices/office.ts'
import { sheetPath } from '#domain/services/sheet-path.ts'
import { inLocale } from '#domain/shared/words.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { listServices } from '#server/queries/public/list-services.ts'
import { readOfficeFigures } from '#server/queries/public/office-figures.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { takesLetters } from '../../../assistenza/letter.server.ts'
import { offeredCalendars } from '../../../prenota-appuntamento/offered-calendars.server.ts'
import { pointsOf, showContacts } from '../../../present-contacts.server.ts'
import { showLink } from '../../../present-files.server.ts'
import { presentHours } from '../../../present-hours.server.ts'
import { rateable } from '../../../rateable.server.ts'
import { crumbsToOffices } from '../crumbs.server.ts'
import type { PageServerLoad } from './$types'
import { describeOffice } from './describe-office.server.ts'
import { findOffice } from './find-office.server.ts'
import { above, below, peopleHere, venuesHere } from './present-surroundings.server.ts'

const mostServices = 100

/** An office as everybody sees it: what it deals with, when it is open, how it is reached, what it answers for. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, locale, words } = locals
  const office = findOffice(params.code, locals)
  if (!office) error(404, words.errors.notFound)
  const { world } = installation
  const { figures, services, files } = await world.read(directory.tenant.id, async (reader) => ({
    figures: await readOfficeFigures(reader, office.id, world.now()),
    services: (await listServices(reader, { office: office.id }, mostServices)).cards,
    files: await readFilesIn(reader, office.documents),
  }))
  const { page } = words.officePages
  const name = inLocale(office.name, locale)
  return {
    words: page,
    crumbs: crumbsToOffices(locals),
    name,
    competences: inLocale(office.competences, locale),
    hours: presentHours(office, locals),
    access: inLocale(office.access, locale),
    documents: office.documents.map((one) => showLink(one, files, locals)),
    place: office.place,
    placeText: fill(page.map, { office: name }),
    contacts: showContacts(pointsOf(office, locals), locals),
    kind: office.kind === 'office' ? null : words.offices.kinds[office.kind],
    people: peopleHere(office, locals),
    venues: venuesHere(office, locals),
    above: above(office, locals),
    write: takesLetters(locals)
      ? { href: `/amministrazione/uffici/${office.code}/scrivi`, label: words.assistance.office.link }
      : null,
    book: offeredCalendars(directory, null).some((calendar) => calendar.office === office.id)
      ? { href: `/prenota-appuntamento?ufficio=${office.code}`, label: words.booking.link }
      : null,
    below: below(office, locals),
    servicesTitle: words.services.ofOffice,
    services: services.map(({ category, code, title }) => ({ href: sheetPath(category, code), title: inLocale(title, locale) })),
    categories: categoriesOf(office, locals),
    figures:
      figures.received === 0
        ? null
        : [count(locale, page.received, figures.received), count(locale, page.closed, figures.closed)],
    rateable: await rateable(locals, {
      kind: 'office',
      key: office.id,
      path: `/amministrazione/uffici/${office.code}`,
      title: office.name,
      office: office.id,
    }),
    ...describeOffice(office, locals, url.origin),
  }
}

/** What can be reported to it. */
function categoriesOf({ id }: Office, { directory, locale }: App.Locals): readonly string[] {
  const leaves = [...directory.categories.values()].filter(
    (one) => one.office === id && one.active && one.parent !== null && !asksForHelpOnly(one),
  )
  return leaves.map(({ name }) => inLocale(name, locale)).toSorted((one, other) => one.localeCompare(other, locale))
}
