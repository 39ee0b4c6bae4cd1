import { addressOfContact, type ContactPoint, isHarvested } from '#domain/offices/contact-point.ts'
import type { Office } from '#domain/offices/office.ts'
import type { ShownContact } from '#lib/components/offices/shown-contact.ts'
import { takesLetters } from './assistenza/letter.server.ts'

/** Contact points as people call them, each with where it leads. */
export function showContacts(points: readonly ContactPoint[], { words }: App.Locals): readonly ShownContact[] {
  const { kinds } = words.offices.contact
  return points.map((point) => ({
    label: kinds[point.kind],
    value: point.value,
    href: addressOfContact(point),
    note: point.note,
  }))
}

/** Every way to reach an office: its address, telephone and mails first. Whoever collects addresses finds none where the office can be written to by a form. */
export function pointsOf({ address, phone, email, pec, points }: Office, locals: App.Locals): readonly ContactPoint[] {
  const own = { address, phone, email, pec }
  const told = (['address', 'phone', 'email', 'pec'] as const).flatMap((kind) => {
    const value = own[kind]
    return value === null ? [] : [{ kind, value, note: '' }]
  })
  return [...told, ...points].filter((point) => !(takesLetters(locals) && isHarvested(point)))
}

/** How a person or place can be reached, as programs read it (schema.org). */
export function describeContacts(points: readonly ContactPoint[]) {
  const first = (kind: ContactPoint['kind']) => points.find((point) => point.kind === kind)?.value
  const [telephone, email] = [first('phone'), first('email')]
  return { ...(telephone && { telephone }), ...(email && { email }) }
}
