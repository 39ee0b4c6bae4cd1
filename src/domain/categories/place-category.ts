import type { CategoryId } from '../shared/id.ts'

type Placed = { readonly id: CategoryId; readonly position: number }

/** The positions that change when a category comes to stand at an index among its siblings, itself not counted: its own alone where there is room between the neighbours, else everybody’s. */
export function placeAt(siblings: readonly Placed[], id: CategoryId, index: number): ReadonlyMap<CategoryId, number> {
  const others = siblings.filter((one) => one.id !== id)
  const at = Math.max(0, Math.min(index, others.length))
  const [before, after] = [others[at - 1]?.position, others[at]?.position]
  const position = between(before, after)
  if (position !== null) return new Map([[id, position]])
  const ordered = [...others.slice(0, at).map((one) => one.id), id, ...others.slice(at).map((one) => one.id)]
  return new Map(ordered.map((one, place) => [one, place]))
}

function between(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 0 : after - 1
  if (after === undefined) return before + 1
  const middle = (before + after) / 2
  return middle > before && middle < after ? middle : null
}
