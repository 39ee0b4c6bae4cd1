import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import type { AreaId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import type { Area } from './area.ts'
import type { Geometry } from './geometry.ts'

type Box = readonly [west: number, south: number, east: number, north: number]
type Candidate = { readonly id: AreaId; readonly geometry: Geometry; readonly depth: number; readonly size: number }

/** Areas made ready for asking where a point lies; holes and several parts count. */
export type AreaIndex = { candidatesAt(place: Place): readonly Candidate[] }

/** Makes areas ready for asking where a point lies. */
export function buildAreaIndex(areas: readonly Pick<Area, 'id' | 'parent' | 'geometry'>[]): AreaIndex {
  if (areas.length === 0) return { candidatesAt: () => [] }
  const parents = new Map(areas.map(({ id, parent }) => [id, parent]))
  const boxes = areas.map(({ geometry }) => boxOf(geometry))
  const index = new Flatbush(areas.length)
  for (const box of boxes) index.add(...box)
  index.finish()
  const candidates = areas.map(({ id, geometry }, at) => ({ id, geometry, depth: depthOf(id, parents), size: sizeOf(boxes[at]) }))
  return {
    candidatesAt: ({ longitude, latitude }) =>
      index.search(longitude, latitude, longitude, latitude).flatMap((at) => candidates[at] ?? []),
  }
}

/** The deepest area that holds the point (a child before its parent, the smaller of equals), or none. */
export function areaAt(index: AreaIndex, place: Place): AreaId | null {
  const point = [place.longitude, place.latitude]
  const holding = index.candidatesAt(place).filter(({ geometry }) => booleanPointInPolygon(point, geometry))
  const [deepest] = holding.sort((a, b) => b.depth - a.depth || a.size - b.size)
  return deepest?.id ?? null
}

/** The smallest box around a shape: west, south, east, north in degrees. */
export function boxOf(geometry: Geometry): Box {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const points = rings.flat()
  const longitudes = points.map(([longitude]) => longitude ?? 0)
  const latitudes = points.map(([, latitude]) => latitude ?? 0)
  return [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
}

function min(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}

function max(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}

function sizeOf(box: Box | undefined): number {
  return box ? (box[2] - box[0]) * (box[3] - box[1]) : 0
}

function depthOf(id: AreaId, parents: ReadonlyMap<AreaId, AreaId | null>): number {
  let depth = 0
  let at = parents.get(id) ?? null
  while (at !== null && depth < parents.size) {
    depth++
    at = parents.get(at) ?? null
  }
  return depth
}
