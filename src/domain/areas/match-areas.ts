import { searchText } from '../shared/search-text.ts'
import type { Area } from './area.ts'
import { type ShapeRefusal, wrongShape } from './check-area.ts'
import type { NamedShape } from './parse-areas.ts'

/** What a file would do: make an area, give one of the body new borders, put it in use again with them, leave it as it is, or be refused. */
export type AreaPlan = {
  readonly shape: NamedShape
  readonly does: 'make' | 'redraw' | 'restore' | 'nothing' | ShapeRefusal
  /** The area of the body that it stands for, by its code or else its name. */
  readonly area: Area | null
}

/** Finds for each shape of a file the area that it stands for: of the same code, or else of the same name whatever accents and capitals. */
export function matchAreas(shapes: readonly NamedShape[], areas: readonly Area[]): readonly AreaPlan[] {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const byName = new Map(areas.map((area) => [searchText(area.name), area]))
  return shapes.map((shape) => {
    const area = byCode.get(shape.code) ?? byName.get(searchText(shape.name)) ?? null
    const wrong = wrongShape(shape.geometry)
    if (wrong !== null) return { shape, does: wrong, area }
    if (area === null) return { shape, does: 'make', area }
    const same = JSON.stringify(area.geometry) === JSON.stringify(shape.geometry)
    return { shape, does: same ? 'nothing' : area.active ? 'redraw' : 'restore', area }
  })
}

/** The property of a file's features that most likely holds a name or a code: the first of the usual words that all of them have. */
export function likelyProperty(features: readonly Readonly<Record<string, unknown>>[], words: readonly string[]): string | null {
  const [first] = features
  const names = Object.keys(first ?? {}).filter((name) => features.every((one) => textIn(one[name])))
  const usual = words.map((word) => names.find((name) => name.toLowerCase() === word)).find((name) => name !== undefined)
  return usual ?? names.find((name) => words.some((word) => name.toLowerCase().includes(word))) ?? names[0] ?? null
}

function textIn(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
}
