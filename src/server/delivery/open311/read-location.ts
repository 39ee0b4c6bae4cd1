import { checkPlace, lengths } from '#domain/reports/submission.ts'
import { parsePlace } from '#domain/shared/parse-place.ts'
import type { Place } from '#domain/shared/place.ts'
import { fill } from '#lib/messages/fill.ts'
import { findAddress, findStreet } from '#server/queries/open311/find-street.ts'
import { nearestStreet } from '#server/queries/places/nearest-street.ts'
import type { Problem } from './answer.ts'
import type { Call } from './call.ts'

/** What FixMyStreet sends for a report whose place the person did not point at. */
const notPinpointed = '#NOTPINPOINTED#'

/** Metres within which a point lies on a street. */
const onStreet = 50

export type Location = { readonly place: Place | null; readonly address: string | null }

/**
 * The point if there is one, else where the address is. An address that we do not know is kept as it was written, for the desk
 * to find: better a report without a point than none.
 */
export async function readLocation(call: Call, problems: Problem[]): Promise<Location> {
  const { parameters, words } = call
  const [latitude, longitude] = [parameters.one('lat'), parameters.one('long')]
  const address = parameters.one('address_string') || null
  if (address !== null && address.length > lengths.address) {
    const name = 'address_string'
    problems.push({ code: 400, description: fill(words.problems.tooLong, { name, n: lengths.address }) })
    return { place: null, address: null }
  }
  if (latitude !== '' || longitude !== '') {
    const place = parsePlace(longitude, latitude)
    if (!place) problems.push({ code: 400, description: words.problems.notPlace })
    else if (!isInside(call, place)) problems.push({ code: 400, description: words.problems.placeOutside })
    return { place, address: address ?? (place && (await nameNearest(call, place))) }
  }
  return address === null ? ofAddressId(call, problems) : { place: await find(call, address), address }
}

/** A point without words is hard to talk about: the street that it lies on is named, if there is one. */
async function nameNearest(call: Call, place: Place): Promise<string | null> {
  const nearest = await call.installation.world.read(call.directory.tenant.id, (reader) => nearestStreet(reader, place))
  return nearest && nearest.metres <= onStreet ? nearest.label : null
}

async function find(call: Call, address: string): Promise<Place | null> {
  const place = await call.installation.world.read(call.directory.tenant.id, (reader) => findAddress(reader, address))
  return place && isInside(call, place) ? place : null
}

async function ofAddressId(call: Call, problems: Problem[]): Promise<Location> {
  const { installation, directory, parameters, words } = call
  const id = parameters.one('address_id')
  if (id === '') problems.push({ code: 400, description: words.problems.placeMissing })
  if (id === '' || id === notPinpointed) return { place: null, address: null }
  const place = await installation.world.read(directory.tenant.id, (reader) => findStreet(reader, id.toLowerCase()))
  if (!place) problems.push({ code: 400, description: words.problems.addressUnknown })
  return { place, address: null }
}

function isInside({ directory }: Call, place: Place): boolean {
  return checkPlace(directory.areaIndex, directory.areas.size > 0, place).ok
}
