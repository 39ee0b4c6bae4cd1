/** The rings of the parts of a shape, each closed: its last corner is its first. */
export type Rings = number[][][][]

/** Where a corner stands: in which part, ring and place. */
export type Corner = { readonly part: number; readonly ring: number; readonly at: number }

/** How many corners a shape has. */
export function corners(rings: Rings): number {
  return rings.flat().reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0)
}

/** The corner that is nearest to a point; nothing where there is none. */
export function nearestCorner(rings: Rings, point: readonly number[]): Corner | null {
  const all = rings.flatMap((part, p) =>
    part.flatMap((ring, r) => ring.slice(0, -1).map((corner, at) => ({ part: p, ring: r, at, far: distance(corner, point) }))),
  )
  const [first] = all.toSorted((one, other) => one.far - other.far)
  return first ? { part: first.part, ring: first.ring, at: first.at } : null
}

/** The shape with one corner moved to a point. */
export function moveCorner(rings: Rings, corner: Corner, point: readonly number[]): Rings {
  return withRing(rings, corner, (open) => open.with(corner.at, [...point]))
}

/** The shape with a new corner at a point, on the nearer side of the given one. */
export function insertCorner(rings: Rings, corner: Corner, point: readonly number[]): Rings {
  return withRing(rings, corner, (open) => {
    const before = open.at(corner.at - 1) ?? point
    const after = open[(corner.at + 1) % open.length] ?? point
    const behind = distance(before, point) > distance(after, point)
    return open.toSpliced(behind ? corner.at + 1 : corner.at, 0, [...point])
  })
}

/** The shape without a corner; a ring of three goes whole, and with an outer one its part. */
export function removeCorner(rings: Rings, corner: Corner): Rings {
  const open = rings[corner.part]?.[corner.ring]?.slice(0, -1) ?? []
  if (open.length > 3) return withRing(rings, corner, (ring) => ring.toSpliced(corner.at, 1))
  if (corner.ring === 0) return rings.toSpliced(corner.part, 1)
  return rings.with(corner.part, (rings[corner.part] ?? []).toSpliced(corner.ring, 1))
}

function withRing(rings: Rings, { part, ring }: Corner, change: (open: number[][]) => number[][]): Rings {
  const parts = rings[part] ?? []
  const changed = change((parts[ring] ?? []).slice(0, -1))
  const closed = [...changed, [...(changed[0] ?? [])]]
  return rings.with(part, parts.with(ring, closed))
}

function distance([x = 0, y = 0]: readonly number[], [toX = 0, toY = 0]: readonly number[]): number {
  return Math.hypot(toX - x, toY - y)
}
