/** A point on the earth: degrees, WGS 84 (EPSG:4326), as given by whoever pointed at it. */
export type Place = { readonly longitude: number; readonly latitude: number }

/** Tells whether the numbers are a point on the earth. */
export function isPlace({ longitude, latitude }: Place): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}
