import { readPicture, writePicture } from '#domain/files/picture-form.ts'
import type { Venue, VenueSetting } from '#domain/offices/venue.ts'
import { isId, type OfficeId } from '#domain/shared/id.ts'
import { parseCoordinates, writeCoordinates } from '#domain/shared/parse-place.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import type { Said } from '../../refused-form.server.ts'
import { wordsOf } from '../body-settings.server.ts'
import { pointsAsTyped, readPoints } from '../contact-rows.server.ts'
import { openingIn, writeWeek } from '../weekly-hours.server.ts'

type Refusal = keyof Dictionary['venues']['refusal']

/** What is no place is refused by the rule, beside its field. */
const nowhere = { longitude: Number.NaN, latitude: Number.NaN }

/** What the form of a venue says. */
export function readVenue(form: FormData): VenueSetting {
  return {
    code: textOf(form, 'code').trim(),
    name: wordsOf(form, 'name'),
    description: wordsOf(form, 'description'),
    picture: readPicture((name) => textOf(form, name).trim()),
    access: wordsOf(form, 'access'),
    address: textOf(form, 'address').trim(),
    postcode: textOf(form, 'postcode').trim(),
    place: parseCoordinates(textOf(form, 'place')) ?? nowhere,
    opening: openingIn(form),
    hours: wordsOf(form, 'hours'),
    points: readPoints(form),
    offices: textsOf(form, 'offices').filter(isId) as OfficeId[],
    active: form.has('active'),
  }
}

/** The same as the fields show it; of a new one only that it is to be seen. */
export function venueAsTyped(venue: Venue | undefined): Readonly<Record<string, readonly string[]>> {
  if (!venue) return { active: ['on'] }
  const { name, description, access, hours, opening } = venue
  return {
    code: [venue.code],
    name: [name.it],
    'name-en': [name.en ?? ''],
    description: [description.it],
    'description-en': [description.en ?? ''],
    ...writePicture(venue.picture),
    access: [access.it],
    'access-en': [access.en ?? ''],
    address: [venue.address],
    postcode: [venue.postcode],
    place: [writeCoordinates(venue.place)],
    ...(opening && Object.fromEntries(Object.entries(writeWeek(opening)).map(([day, text]) => [day, [text]]))),
    hours: [hours.it],
    'hours-en': [hours.en ?? ''],
    ...pointsAsTyped(venue.points),
    offices: venue.offices,
    active: venue.active ? ['on'] : [],
  }
}

/** How refusals of a venue are said, and beside which field. */
export function saidOfVenue({ words }: App.Locals): Said<Refusal> {
  return { words: words.venues.refusal, fields }
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  name_missing: 'name',
  code_wrong: 'code',
  code_taken: 'code',
  description_missing: 'description',
  access_missing: 'access',
  address_missing: 'address',
  postcode_wrong: 'postcode',
  place_wrong: 'place',
  contacts_missing: 'contact-value-0',
  office_unknown: 'offices',
}
