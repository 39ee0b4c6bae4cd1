import { done, type Result, refuse } from '../shared/result.ts'
import type { Geometry } from './geometry.ts'

/** A shape from outside with the name and the code that its source gives it. */
export type NamedShape = { readonly code: string; readonly name: string; readonly parent?: string; readonly geometry: Geometry }

/** Which properties of a source's features hold the name, the code and perhaps the code of the area around it: every source has its own. */
export type PropertyNames = { readonly name: string; readonly code: string; readonly parent?: string }

export type AreasRefusal = 'not_geojson' | 'no_areas' | 'unnamed' | 'not_polygons' | 'ring_open' | 'outside_world' | 'code_twice'

/** Reads areas from a GeoJSON FeatureCollection (RFC 7946): polygons in degrees with closed rings, each with a name and a code of its own; heights are dropped. */
export function parseAreas(geojson: unknown, names: PropertyNames): Result<readonly NamedShape[], AreasRefusal> {
  if (!isObject(geojson) || geojson.type !== 'FeatureCollection' || !Array.isArray(geojson.features)) return refuse('not_geojson')
  const shapes: NamedShape[] = []
  for (const feature of geojson.features) {
    const shape = readFeature(feature, names)
    if (!shape.ok) return shape
    shapes.push(shape.value)
  }
  if (shapes.length === 0) return refuse('no_areas')
  return new Set(shapes.map(({ code }) => code)).size === shapes.length ? done(shapes) : refuse('code_twice')
}

function readFeature(feature: unknown, names: PropertyNames): Result<NamedShape, AreasRefusal> {
  if (!isObject(feature) || feature.type !== 'Feature') return refuse('not_geojson')
  const properties = isObject(feature.properties) ? feature.properties : {}
  const [name, code] = [textOf(properties[names.name]), textOf(properties[names.code])]
  if (name === '' || code === '') return refuse('unnamed')
  const parent = names.parent === undefined ? '' : textOf(properties[names.parent])
  const geometry = readGeometry(feature.geometry)
  return geometry.ok ? done({ code, name, ...(parent !== '' && { parent }), geometry: geometry.value }) : geometry
}

/** Reads a shape from outside: a polygon or several, in degrees, with closed rings. */
export function readGeometry(geometry: unknown): Result<Geometry, AreasRefusal> {
  if (!isObject(geometry)) return refuse('not_polygons')
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') return refuse('not_polygons')
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates
  if (!isListOf(polygons, isPolygon)) return refuse('not_geojson')
  if (!polygons.flat().every(isClosed)) return refuse('ring_open')
  if (!polygons.flat(2).every(isOnEarth)) return refuse('outside_world')
  const flat = polygons.map((rings) => rings.map((ring) => ring.map(([east = 0, north = 0]) => [east, north])))
  const [first = []] = flat
  return done(type === 'Polygon' ? { type, coordinates: first } : { type, coordinates: flat })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.length > 0 && value.every(is)
}

function isPolygon(value: unknown): value is readonly (readonly (readonly number[])[])[] {
  return isListOf(value, isRing)
}

function isRing(value: unknown): value is readonly (readonly number[])[] {
  return isListOf(value, isPosition)
}

function isPosition(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length >= 2 && value.every(Number.isFinite)
}

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

function isOnEarth([longitude = 0, latitude = 0]: readonly number[]): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}

/** Codes are numbers in some sources. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
