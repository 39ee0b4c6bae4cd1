import { wrongDay } from '../clocks/check-calendar.ts'
import type { WeeklyHours } from '../clocks/working-calendar.ts'
import { checkPicture, type Picture, type PictureRefusal } from '../files/picture.ts'
import type { Id, OfficeId } from '../shared/id.ts'
import { isPlace, type Place } from '../shared/place.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'
import { type ContactPoint, type ContactRefusal, checkContactPoints } from './contact-point.ts'

export type VenueId = Id<'venue'>

/** A building or open place where the body can be met ("Luogo" of the official model), and the offices that are found there. */
export type Venue = {
  readonly id: VenueId
  readonly code: string
  readonly name: Words
  readonly description: Words
  /** How it looks. */
  readonly picture: Picture | null
  /** How people get in, those with a disability too. */
  readonly access: Words
  readonly address: string
  readonly postcode: string
  readonly place: Place
  /** When it is open to the public; what is to be said besides is in `hours`. */
  readonly opening: WeeklyHours | null
  readonly hours: Words
  readonly points: readonly ContactPoint[]
  readonly offices: readonly OfficeId[]
  readonly active: boolean
}

/** What a body sets of a venue. */
export type VenueSetting = Omit<Venue, 'id'>

/** The longest texts of a venue, in characters; the description is the short one of the model. */
const lengths = { name: 120, description: 255, text: 2000, contact: 200 } as const

export type VenueRefusal =
  | ContactRefusal
  | PictureRefusal
  | 'name_missing'
  | 'name_too_long'
  | 'code_wrong'
  | 'code_taken'
  | 'description_missing'
  | 'description_too_long'
  | 'access_missing'
  | 'text_too_long'
  | 'address_missing'
  | 'postcode_wrong'
  | 'place_wrong'
  | 'interval_wrong'
  | 'contacts_missing'
  | 'office_unknown'

type Others = { readonly venues: readonly Venue[]; readonly offices: ReadonlySet<OfficeId> }

/** Checks what a venue is to be: everything that the official model asks of a "Luogo" (description, address, postcode, position, access, contacts), and a code of its own. */
export function checkVenue(id: VenueId, venue: VenueSetting, others: Others): Result<VenueSetting, VenueRefusal> {
  const [contacts, picture] = [checkContactPoints(venue.points), checkPicture(venue.picture)]
  const wrong = wrongWords(venue) ?? (picture.ok ? null : picture) ?? wrongGround(venue) ?? wrongPeers(id, venue, others)
  return wrong ?? (contacts.ok ? done(venue) : contacts)
}

type Wrong = Refused<VenueRefusal> | null

function wrongWords({ name, description, access, hours }: VenueSetting): Wrong {
  if (name.it.trim() === '') return refuse('name_missing')
  const longName = longField('name', name, lengths.name)
  if (longName) return refuse('name_too_long', longName)
  if (description.it.trim() === '') return refuse('description_missing')
  const longDescription = longField('description', description, lengths.description)
  if (longDescription) return refuse('description_too_long', longDescription)
  if (access.it.trim() === '') return refuse('access_missing')
  const long = longField('access', access, lengths.text) ?? longField('hours', hours, lengths.text)
  return long ? refuse('text_too_long', long) : null
}

function wrongGround({ address, postcode, place, opening, points }: VenueSetting): Wrong {
  if (address.trim() === '') return refuse('address_missing')
  if (address.length > lengths.contact) return refuse('contact_too_long', 'address')
  if (!/^\d{5}$/.test(postcode)) return refuse('postcode_wrong')
  if (!isPlace(place)) return refuse('place_wrong')
  const day = opening && wrongDay(opening)
  if (day) return refuse('interval_wrong', `day-${day}`)
  return points.length === 0 ? refuse('contacts_missing') : null
}

function wrongPeers(id: VenueId, { code, offices }: VenueSetting, others: Others): Wrong {
  if (!/^[A-Za-z0-9_-]{1,60}$/.test(code)) return refuse('code_wrong')
  if (others.venues.some((other) => other.id !== id && other.code === code)) return refuse('code_taken')
  return offices.every((office) => others.offices.has(office)) ? null : refuse('office_unknown')
}
