import type { AreaSetting } from '#domain/areas/area.ts'
import { type AreasRefusal, readGeometry } from '#domain/areas/parse-areas.ts'
import { type AreaId, isId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { searchText } from '#domain/shared/search-text.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { textOf } from '../../../../../read-form.server.ts'
import type { Said } from '../../refused-form.server.ts'

type Refusal = keyof Dictionary['areas']['refusal'] | keyof Dictionary['settings']['refusal']

/** How refusals about areas are said. */
export function saidOfAreas({ words }: App.Locals): Said<Refusal> {
  return { words: { ...words.settings.refusal, ...words.areas.refusal }, fields }
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  name_missing: 'name',
  name_too_long: 'name',
  code_wrong: 'code',
  code_taken: 'code',
  parent_unknown: 'parent',
  parent_within: 'parent',
  crosses_itself: 'borders',
  hole_outside: 'borders',
  no_size: 'borders',
  too_many_points: 'borders',
  borders_missing: 'borders',
  not_geojson: 'borders',
  not_polygons: 'borders',
  ring_open: 'borders',
  outside_world: 'borders',
}

const longestCode = 60

/** More characters than the most corners that an area may have are written with. */
export const longestBorders = 20_000_000

/** What the form of an area says; the borders are long, and read whole. */
export function readArea(form: FormData): Result<Omit<AreaSetting, 'position'>, AreasRefusal | 'borders_missing'> {
  const borders = String(form.get('borders') ?? '').trim()
  if (borders === '') return refuse('borders_missing')
  const geometry = readGeometry(parsed(borders))
  if (!geometry.ok) return geometry
  const [name, code, parent] = [textOf(form, 'name').trim(), textOf(form, 'code').trim(), textOf(form, 'parent')]
  return done({
    name,
    code: code === '' ? searchText(name).replaceAll(' ', '-').slice(0, longestCode) : code,
    parent: isId(parent) ? (parent as AreaId) : null,
    active: form.has('active'),
    geometry: geometry.value,
  })
}

function parsed(text: string): unknown {
  try {
    const value = JSON.parse(text)
    return value?.type === 'Feature' ? value.geometry : value
  } catch {
    return null
  }
}
