import { distance } from './distance.ts'
import { groundMetres, type Projected, toMercator } from './mercator.ts'
import type { Place } from './place.ts'

/** A line on the earth, such as a street: [longitude, latitude] pairs in order, WGS 84. */
export type Line = readonly (readonly [longitude: number, latitude: number])[]

/** The place at a share (0 to 1) of a line's length; null for a line without points. */
export function placeAlong(line: Line, share: number): Place | null {
  const places = line.map(([longitude, latitude]): Place => ({ longitude, latitude }))
  const steps = places.slice(1).map((to, at) => ({ from: places[at] ?? to, to, metres: distance(places[at] ?? to, to) }))
  const wanted = steps.reduce((sum, { metres }) => sum + metres, 0) * Math.max(0, Math.min(1, share))
  let walked = 0
  for (const { from, to, metres } of steps) {
    if (metres > 0 && walked + metres >= wanted) return between(from, to, (wanted - walked) / metres)
    walked += metres
  }
  return places.at(-1) ?? null
}

/** Metres on the ground from a place to the nearest point of a line. */
export function metresToLine(line: Line, place: Place): number {
  const from = toMercator(place)
  const points = line.map(([longitude, latitude]) => toMercator({ longitude, latitude }))
  const pieces = points.length === 1 ? [...points, ...points] : points
  const nearest = pieces.slice(1).reduce((least, to, at) => Math.min(least, toSegment(from, pieces[at] ?? to, to)), Infinity)
  return groundMetres(nearest, place.latitude)
}

function between(from: Place, to: Place, share: number): Place {
  return {
    longitude: from.longitude + (to.longitude - from.longitude) * share,
    latitude: from.latitude + (to.latitude - from.latitude) * share,
  }
}

function toSegment(point: Projected, from: Projected, to: Projected): number {
  const [east, north] = [to.x - from.x, to.y - from.y]
  const square = east * east + north * north
  const share = square === 0 ? 0 : ((point.x - from.x) * east + (point.y - from.y) * north) / square
  const held = Math.max(0, Math.min(1, share))
  return Math.hypot(point.x - from.x - held * east, point.y - from.y - held * north)
}
