import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { kinks } from '@turf/kinks'
import type { AreaId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Area, AreaSetting } from './area.ts'
import type { Geometry } from './geometry.ts'

/** The longest texts of an area in characters, and how many corners it may have. */
const areaLimits = { name: 120, points: 100_000 } as const

export type ShapeRefusal = 'crosses_itself' | 'hole_outside' | 'no_size' | 'too_many_points'

export type AreaRefusal =
  | ShapeRefusal
  | 'name_missing'
  | 'name_too_long'
  | 'code_wrong'
  | 'code_taken'
  | 'parent_unknown'
  | 'parent_within'

/** Checks what an area is to be beside the others: named, with a code of its own, within no area that lies within it, of a shape that holds points. */
export function checkArea(id: AreaId, setting: AreaSetting, areas: ReadonlyMap<AreaId, Area>): Result<AreaSetting, AreaRefusal> {
  const { name, code, parent } = setting
  if (name.trim() === '') return refuse('name_missing')
  if (name.length > areaLimits.name) return refuse('name_too_long')
  if (!/^[A-Za-z0-9_-]{1,60}$/.test(code)) return refuse('code_wrong')
  if ([...areas.values()].some((other) => other.id !== id && other.code === code)) return refuse('code_taken')
  if (parent !== null && !areas.has(parent)) return refuse('parent_unknown')
  if (liesWithin(parent, id, areas)) return refuse('parent_within')
  const wrong = wrongShape(setting.geometry)
  return wrong === null ? done(setting) : refuse(wrong)
}

function liesWithin(parent: AreaId | null, id: AreaId, areas: ReadonlyMap<AreaId, Area>): boolean {
  let at = parent
  for (let steps = 0; at !== null && steps <= areas.size; steps++) {
    if (at === id) return true
    at = areas.get(at)?.parent ?? null
  }
  return false
}

/** What is wrong with a shape whose rings are closed (RFC 7946 §3.1.6): it crosses itself, a hole lies outside, or it holds nothing. */
export function wrongShape(geometry: Geometry): ShapeRefusal | null {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flat()
  if (rings.reduce((sum, { length }) => sum + length, 0) > areaLimits.points) return 'too_many_points'
  if (rings.some((ring) => sizeOf(ring) === 0)) return 'no_size'
  if (rings.some((ring) => kinks({ type: 'Polygon', coordinates: [ring] }).features.length > 0)) return 'crosses_itself'
  for (const [shell = [], ...holes] of polygons) {
    const within = { type: 'Polygon' as const, coordinates: [shell] }
    if (!holes.flat().every((corner) => booleanPointInPolygon(corner, within))) return 'hole_outside'
  }
  return null
}

/** Twice the area of a ring in square degrees: nothing where its corners lie on one line. */
function sizeOf(ring: readonly (readonly number[])[]): number {
  const twice = ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [beforeX = 0, beforeY = 0] = ring[at] ?? []
    return sum + beforeX * y - x * beforeY
  }, 0)
  return Math.abs(twice) < 1e-14 ? 0 : Math.abs(twice)
}
