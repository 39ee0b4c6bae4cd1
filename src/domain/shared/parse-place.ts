import type { Place } from './place.ts'

/** Reads a place (degrees, WGS 84) from two texts, with dot or comma; null where they are no point on the earth. */
export function parsePlace(longitude: string | null | undefined, latitude: string | null | undefined): Place | null {
  const [east, north] = [degrees(longitude), degrees(latitude)]
  if (east === null || north === null || Math.abs(east) > 180 || Math.abs(north) > 90) return null
  return { longitude: east, latitude: north }
}

function degrees(text: string | null | undefined): number | null {
  const trimmed = (text ?? '').trim().replace(',', '.')
  return /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(trimmed) ? Number(trimmed) : null
}
