import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AreaId } from '../shared/id.ts'
import type { Area, AreaSetting } from './area.ts'
import { areaAt, buildAreaIndex } from './area-index.ts'
import { checkArea, wrongShape } from './check-area.ts'
import type { Geometry } from './geometry.ts'
import { likelyProperty, matchAreas } from './match-areas.ts'
import { parseAreas } from './parse-areas.ts'

type Corner = [number, number]
const square = (x: number, y: number, size: number): Corner[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const polygon = (...rings: Corner[][]): Geometry => ({ type: 'Polygon', coordinates: rings })
const bow: Corner[] = [
  [0, 0],
  [4, 4],
  [4, 0],
  [0, 1],
  [0, 0],
]
const line: Corner[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [0, 0],
]

describe('a shape', () => {
  test.each<readonly [string, Geometry, string | null]>([
    ['a square', polygon(square(0, 0, 4)), null],
    ['a square with a hole', polygon(square(0, 0, 4), square(1, 1, 1)), null],
    [
      'several parts, one with a hole',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 4), square(1, 1, 1)], [square(9, 9, 1)]] },
      null,
    ],
    ['a bow tie', polygon(bow), 'crosses_itself'],
    ['a hole outside', polygon(square(0, 0, 4), square(5, 5, 1)), 'hole_outside'],
    ['a hole half outside', polygon(square(0, 0, 4), square(3, 3, 3)), 'hole_outside'],
    ['a line there and back', polygon(line), 'no_size'],
    ['too many corners', polygon(Array.from({ length: 100_001 }, (_, n): Corner => [n, n])), 'too_many_points'],
  ])('%s', (_, geometry, expected) => expect(wrongShape(geometry)).toBe(expected))

  test('holds what lies in its parts and not what lies in their holes', () => {
    const geometry: Geometry = { type: 'MultiPolygon', coordinates: [[square(0, 0, 4), square(1, 1, 1)], [square(9, 9, 1)]] }
    const index = buildAreaIndex([{ id: 'a' as AreaId, parent: null, geometry }])
    const at = (longitude: number, latitude: number) => areaAt(index, { longitude, latitude })
    expect([at(3, 3), at(1.5, 1.5), at(9.5, 9.5), at(6, 6)]).toEqual(['a', null, 'a', null])
  })
})

const area = (id: string, parent: string | null): Area => ({
  id: id as AreaId,
  parent: parent as AreaId | null,
  code: `code-${id}`,
  name: `Zona ${id}`,
  geometry: polygon(square(0, 0, 1)),
  active: true,
})
const areas = new Map([area('city', null), area('centre', 'city')].map((one) => [one.id, one]))

describe('an area', () => {
  const setting: AreaSetting = {
    parent: 'city' as AreaId,
    code: 'new',
    name: 'Nuova',
    geometry: polygon(square(0, 0, 1)),
    active: true,
    position: 3,
  }
  test('is kept whole', () => expect(checkArea('x' as AreaId, setting, areas)).toEqual({ ok: true, value: setting }))
  test.each<readonly [string, string, Partial<AreaSetting>]>([
    ['name_missing', 'x', { name: ' ' }],
    ['name_too_long', 'x', { name: 'a'.repeat(121) }],
    ['code_wrong', 'x', { code: 'due parole' }],
    ['code_taken', 'x', { code: 'code-centre' }],
    ['parent_unknown', 'x', { parent: 'gone' as AreaId }],
    ['parent_within', 'city', { parent: 'centre' as AreaId, code: 'code-city' }],
    ['parent_within', 'city', { parent: 'city' as AreaId, code: 'code-city' }],
    ['crosses_itself', 'x', { geometry: polygon(bow) }],
  ])('is refused: %s (%s)', (refusal, id, more) => {
    expect(checkArea(id as AreaId, { ...setting, ...more }, areas)).toEqual({ ok: false, refusal })
  })
})

describe('the areas of a file', () => {
  const shape = (code: string, name: string, geometry = polygon(square(5, 5, 1))) => ({ code, name, geometry })
  test('stand for those of the same code, or else of the same name', () => {
    const shapes = [
      shape('code-city', 'Altro nome'),
      shape('other', 'ZONA Centre'),
      shape('third', 'Terza'),
      shape('code-centre', 'x', polygon(square(0, 0, 1))),
      shape('bad', 'Brutta', polygon(bow)),
    ]
    expect(matchAreas(shapes, [...areas.values()]).map(({ does, area: found }) => [does, found?.id ?? null])).toEqual([
      ['redraw', 'city'],
      ['redraw', 'centre'],
      ['make', null],
      ['nothing', 'centre'],
      ['crosses_itself', null],
    ])
  })

  test.each([
    ['the usual word', [{ ID: 7, Nome: 'Uno' }], ['nome', 'name'], 'Nome'],
    ['part of it', [{ a: 1, den_nome: 'Uno' }], ['nome'], 'den_nome'],
    [
      'the first that all have',
      [
        { x: 'Uno', y: null },
        { x: 'Due', y: 'z' },
      ],
      ['nome'],
      'x',
    ],
    ['nothing where none is in all', [{ x: '' }], ['nome'], null],
  ] as const)('are named by %s', (_, features, words, expected) => {
    expect(likelyProperty(features, words)).toBe(expected)
  })
})

function municipalities(): unknown {
  try {
    return JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../shared/data/areas/comuni-citta-metropolitana-genova.geojson'), 'utf8'),
    )
  } catch {
    return null
  }
}

const real = municipalities()
// Real borders are no part of this repository: they are looked at where they lie beside it.
test.skipIf(real === null)('real borders are taken as they are', () => {
  const parsed = parseAreas(real, { name: 'name', code: 'com_istat_code' })
  if (!parsed.ok) throw new Error(parsed.refusal)
  expect(parsed.value).toHaveLength(67)
  expect(matchAreas(parsed.value, []).filter(({ does }) => does !== 'make')).toEqual([])
})
