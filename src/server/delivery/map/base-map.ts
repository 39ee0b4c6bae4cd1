import { createHash } from 'node:crypto'
import Flatbush from 'flatbush'
import type { Geometry } from '#domain/areas/geometry.ts'
import type { Box } from '#domain/shared/box.ts'
import type { Line } from '#domain/shared/line.ts'
import { type Projected, toMercator } from '#domain/shared/mercator.ts'
import { boxOfAreas } from '#server/queries/places/box-of-areas.ts'
import { type DrawnStreet, listStreets } from '#server/queries/places/list-streets.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { World } from '#server/world.ts'

type Drawn = { readonly name: string; readonly lines: readonly (readonly Projected[])[] }

/** What lies under pins: the body's areas and streets, ready to be drawn here or sent to a browser. */
export type BaseMap = {
  readonly json: string
  readonly etag: string
  readonly box: Box
  readonly areas: readonly Drawn[]
  streetsWithin(box: Box): readonly Drawn[]
}

export type BaseMaps = (directory: Directory) => Promise<BaseMap>

const opened = new WeakMap<World, BaseMaps>()

/** The base maps of an installation, made once for all who draw. */
export function baseMapsOf(world: World): BaseMaps {
  const maps = opened.get(world) ?? openBaseMaps(world)
  opened.set(world, maps)
  return maps
}

/** Makes a body's base map once and keeps it as long as its directory. */
function openBaseMaps(world: World): BaseMaps {
  const made = new WeakMap<Directory, Promise<BaseMap>>()
  return (directory) => {
    const held = made.get(directory)
    if (held) return held
    const making = world.read(directory.tenant.id, listStreets).then((streets) => makeBaseMap(directory, streets))
    made.set(directory, making)
    making.catch(() => made.delete(directory))
    return making
  }
}

function makeBaseMap(directory: Directory, streets: readonly DrawnStreet[]): BaseMap {
  const used = [...directory.areas.values()].filter(({ active }) => active)
  const areas = used.map(({ name, geometry }) => ({ name, geometry: snapped(geometry) }))
  const json = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      ...areas.map(({ name, geometry }) => feature({ area: name }, geometry)),
      ...streets.map(({ name, line }) => feature({ street: name }, { type: 'LineString', coordinates: line.map(rounded) })),
    ],
  })
  const drawn = streets.map(({ name, line }): Drawn => ({ name, lines: [projected(line)] }))
  const index = indexLines(streets)
  return {
    json,
    etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`,
    box: boxOfAreas(directory),
    areas: areas.map(({ name, geometry }) => ({ name, lines: ringsOf(geometry).map(projected) })),
    streetsWithin: (box) => (index ? index.search(...box).flatMap((at) => drawn[at] ?? []) : []),
  }
}

function feature(properties: object, geometry: object): object {
  return { type: 'Feature', properties, geometry }
}

function indexLines(streets: readonly DrawnStreet[]): Flatbush | null {
  if (streets.length === 0) return null
  const index = new Flatbush(streets.length)
  for (const { line } of streets) {
    const [longitudes, latitudes] = [line.map(([longitude]) => longitude), line.map(([, latitude]) => latitude)]
    index.add(Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes))
  }
  index.finish()
  return index
}

function projected(line: Line): readonly Projected[] {
  return line.map(([longitude, latitude]) => toMercator({ longitude, latitude }))
}

function ringsOf(geometry: Geometry): readonly Line[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return rings.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const))
}

/** Points move to a grid of some ten metres, so that neighbours keep one border between them however often it is simplified. */
function snapped(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(snappedRing) }
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(snappedRing)) }
}

function snappedRing(ring: readonly (readonly number[])[]): [number, number][] {
  const points = ring.map(([longitude = 0, latitude = 0]): [number, number] => [onGrid(longitude), onGrid(latitude)])
  const kept = points.filter(([longitude, latitude], at) => {
    const previous = points[at - 1]
    return previous === undefined || previous[0] !== longitude || previous[1] !== latitude
  })
  return kept.length >= 4 ? kept : points
}

function onGrid(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}

function rounded([longitude, latitude]: readonly [number, number]): [number, number] {
  return [Math.round(longitude * 100_000) / 100_000, Math.round(latitude * 100_000) / 100_000]
}
