import { error } from '@sveltejs/kit'
import { asksForHelpOnly } from '#domain/categories/category.ts'
import type { Office } from '#domain/offices/office.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { readOfficeFigures } from '#server/queries/public/office-figures.ts'
import { takesLetters } from '../../../assistenza/letter.server.ts'
import { rateable } from '../../../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { describeOffice } from './describe-office.server.ts'
import { findOffice } from './find-office.server.ts'
import { presentHours } from './present-hours.server.ts'

/** An office as everybody sees it: what it deals with, when it is open, how it is reached, what it answers for. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, locale, words } = locals
  const office = findOffice(params.code, locals)
  if (!office) error(404, words.errors.notFound)
  const { world } = installation
  const figures = await world.read(directory.tenant.id, (reader) => readOfficeFigures(reader, office.id, world.now()))
  const { list, page } = words.officePages
  const name = inLocale(office.name, locale)
  return {
    words: page,
    management: words.site.nav.management,
    listTitle: list.title,
    name,
    competences: inLocale(office.competences, locale),
    hours: presentHours(office, locals),
    access: inLocale(office.access, locale),
    place: office.place,
    placeText: fill(page.map, { office: name }),
    contacts: contactsOf(office, locals),
    write: takesLetters(locals)
      ? { href: `/amministrazione/uffici/${office.code}/scrivi`, label: words.assistance.office.link }
      : null,
    above: linksTo(office.parent, locals),
    below: below(office, locals),
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

function contactsOf({ phone, email, pec, address }: Office, locals: App.Locals): readonly SummaryRow[] {
  const { page } = locals.words.officePages
  return [
    ...(address ? [{ label: page.address, value: address }] : []),
    ...(phone ? [{ label: page.phone, value: phone, href: `tel:${phone.replaceAll(/[^+\d]/g, '')}` }] : []),
    // Whoever collects addresses finds none where the office can be written to by a form.
    ...(email && !takesLetters(locals) ? [{ label: page.email, value: email, href: `mailto:${email}` }] : []),
    ...(pec ? [{ label: page.pec, value: pec, href: `mailto:${pec}` }] : []),
  ]
}

function linksTo(id: Office['parent'], { directory, locale }: App.Locals) {
  const office = id === null ? undefined : directory.offices.get(id)
  return office?.active ? { name: inLocale(office.name, locale), href: `/amministrazione/uffici/${office.code}` } : null
}

function below({ id }: Office, locals: App.Locals) {
  const offices = [...locals.directory.offices.values()].filter(({ parent }) => parent === id)
  return offices.flatMap((office) => linksTo(office.id, locals) ?? [])
}

/** What can be reported to it. */
function categoriesOf({ id }: Office, { directory, locale }: App.Locals): readonly string[] {
  const leaves = [...directory.categories.values()].filter(
    (one) => one.office === id && one.active && one.parent !== null && !asksForHelpOnly(one),
  )
  return leaves.map(({ name }) => inLocale(name, locale)).toSorted((one, other) => one.localeCompare(other, locale))
}
