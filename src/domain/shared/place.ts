/** A point on the earth: degrees, WGS 84 (EPSG:4326), as given by whoever pointed at it. */
export type Place = { readonly longitude: number; readonly latitude: number }
