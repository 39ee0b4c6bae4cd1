import type { Place } from './place.ts'

const radius = 6_378_137

/** Half the width of the Web-Mercator square, in its metres. */
export const halfWorld = Math.PI * radius

/** The latitude at which the Web-Mercator square ends, in degrees. */
const highestLatitude = 85.051_128_779_806_6

/** A point in Web-Mercator metres (EPSG:3857). */
export type Projected = { readonly x: number; readonly y: number }

/** Projects a place to Web-Mercator metres; latitudes beyond the square's edge are drawn to it. */
export function toMercator({ longitude, latitude }: Place): Projected {
  const held = Math.max(-highestLatitude, Math.min(highestLatitude, latitude))
  return { x: (longitude * halfWorld) / 180, y: radius * Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360)) }
}

/** The place of a point in Web-Mercator metres. */
export function fromMercator({ x, y }: Projected): Place {
  return { longitude: (x / halfWorld) * 180, latitude: (Math.atan(Math.sinh(y / radius)) * 180) / Math.PI }
}

/** Metres on the ground of a length in Web-Mercator metres at this latitude. */
export function groundMetres(mercatorMetres: number, latitude: number): number {
  return mercatorMetres * Math.cos((latitude * Math.PI) / 180)
}
