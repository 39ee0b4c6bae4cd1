import { isPlace, type Place } from './place.ts'

/** Reads a place as people copy it from a map, latitude first: `44.4056, 8.9463`, with dots or commas in the numbers. */
export function parseCoordinates(text: string): Place | null {
  const [latitude, longitude, ...more] = text.trim().split(/[;,]?\s+|;|(?<=\.\d+),/)
  return more.length > 0 ? null : parsePlace(longitude, latitude)
}

/** Writes a place so that it is read again, to a metre. */
export function writeCoordinates({ longitude, latitude }: Place): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

/** Reads a place (degrees, WGS 84) from two texts, with dot or comma; null where they are no point on the earth. */
export function parsePlace(longitude: string | null | undefined, latitude: string | null | undefined): Place | null {
  const [east, north] = [degrees(longitude), degrees(latitude)]
  if (east === null || north === null) return null
  const place = { longitude: east, latitude: north }
  return isPlace(place) ? place : null
}

function degrees(text: string | null | undefined): number | null {
  const trimmed = (text ?? '').trim().replace(',', '.')
  return /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(trimmed) ? Number(trimmed) : null
}
