import { isEmail } from '../reports/submission.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { isWebAddress } from '../shared/web-address.ts'

/** The ways to reach somebody, in the order of the official model ("Punto di contatto"). */
export const contactKinds = [
  ...(['phone', 'email', 'pec', 'url', 'address'] as const),
  ...(['whatsapp', 'telegram', 'skype', 'linkedin', 'twitter'] as const),
] as const

export type ContactKind = (typeof contactKinds)[number]

/** One way to reach an office, a venue or a person; `note` says what it is for. */
export type ContactPoint = { readonly kind: ContactKind; readonly value: string; readonly note: string }

/** The longest contact and note, in characters. */
const longest = 200

export type ContactRefusal = 'contact_wrong' | 'contact_too_long'

/** Checks contact points one by one: a number has digits, a mail an address, a page a web address; the field says which is wrong. */
export function checkContactPoints(points: readonly ContactPoint[]): Result<readonly ContactPoint[], ContactRefusal> {
  const long = points.findIndex(({ value, note }) => value.length > longest || note.length > longest)
  if (long >= 0) return refuse('contact_too_long', `contact-value-${long}`)
  const wrong = points.findIndex((point) => !isWhole(point))
  return wrong < 0 ? done(points) : refuse('contact_wrong', `contact-value-${wrong}`)
}

function isWhole({ kind, value }: ContactPoint): boolean {
  switch (kind) {
    case 'email':
    case 'pec':
      return isEmail(value)
    case 'url':
      return isWebAddress(value)
    case 'phone':
    case 'whatsapp':
      return /^\+?[\d ./()-]+$/.test(value) && value.replaceAll(/\D/g, '').length >= 3
    default:
      return value !== ''
  }
}

/** Tells whether a contact point is for a form to stand in for: whoever collects e-mail addresses finds none where people write by one. Certified mail (PEC) is public by law. */
export function isHarvested({ kind }: Pick<ContactPoint, 'kind'>): boolean {
  return kind === 'email'
}

/** Where a contact point leads: nothing where it is only to be read. Italian numbers are dialled with their prefix, except short ones and green numbers. */
export function addressOfContact({ kind, value }: Pick<ContactPoint, 'kind' | 'value'>): string | null {
  switch (kind) {
    case 'email':
    case 'pec':
      return `mailto:${value}`
    case 'phone':
      return `tel:${dialled(value)}`
    case 'whatsapp':
      return `https://wa.me/${dialled(value).replace('+', '')}`
    case 'url':
      return value
    default:
      return isWebAddress(value) ? value : null
  }
}

/** A number as it is dialled from anywhere (E.164): without a prefix it is Italian. */
export function dialled(number: string): string {
  const digits = number.replaceAll(/[^\d+]/g, '')
  return digits.startsWith('+') || digits.length < 6 || digits.startsWith('800') ? digits : `+39${digits}`
}
