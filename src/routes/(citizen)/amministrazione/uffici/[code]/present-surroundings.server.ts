import type { Office } from '#domain/offices/office.ts'
import { peopleOf } from '#domain/offices/profile.ts'
import { inLocale } from '#domain/shared/words.ts'

/** Who works in an office as everybody may know, with their post there. */
export function peopleHere({ id }: Office, { directory, locale }: App.Locals) {
  return peopleOf(id, directory.profiles).map(({ code, firstName, lastName, posts }) => {
    const here = posts.filter(({ office }) => office === id)
    return {
      name: `${firstName} ${lastName}`,
      href: `/amministrazione/personale-amministrativo/${code}`,
      title: here.map(({ title }) => inLocale(title, locale)).join(', '),
      inCharge: here.some(({ inCharge }) => inCharge),
    }
  })
}

/** The places where an office is found. */
export function venuesHere({ id }: Office, { directory, locale }: App.Locals) {
  return directory.venues
    .filter(({ active, offices }) => active && offices.includes(id))
    .map(({ code, name, address }) => ({ name: inLocale(name, locale), address, href: `/vivere-il-comune/luoghi/${code}` }))
}

/** The office under which one stands. */
export function above({ parent }: Office, locals: App.Locals) {
  return linkTo(parent, locals)
}

/** The offices that stand under one. */
export function below({ id }: Office, locals: App.Locals) {
  const offices = [...locals.directory.offices.values()].filter(({ parent }) => parent === id)
  return offices.flatMap((office) => linkTo(office.id, locals) ?? [])
}

function linkTo(id: Office['parent'], { directory, locale }: App.Locals) {
  const office = id === null ? undefined : directory.offices.get(id)
  return office?.active ? { name: inLocale(office.name, locale), href: `/amministrazione/uffici/${office.code}` } : null
}
