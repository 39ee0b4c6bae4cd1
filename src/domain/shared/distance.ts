import type { Place } from './place.ts'

const earthRadius = 6_371_008.8

/** Metres between two places along the ground (haversine on the mean sphere, within 0.5 % of the ellipsoid). */
export function distance(a: Place, b: Place): number {
  const radians = Math.PI / 180
  const north = ((b.latitude - a.latitude) * radians) / 2
  const east = ((b.longitude - a.longitude) * radians) / 2
  const chord = Math.sin(north) ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(east) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
