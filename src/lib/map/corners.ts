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

/** What a key does to a ring that is drawn corner by corner under the middle of the map. */
export type DrawingStep = 'corner' | 'same_place' | 'back' | 'end' | 'too_few' | 'away'

/** Enter puts a corner at the middle, Backspace takes the last one away, F ends the ring, Escape gives it up; other keys do nothing to it. */
export function drawByKey(
  key: string,
  ring: number[][],
  middle: readonly number[],
): { readonly step: DrawingStep; readonly ring: number[][] } | null {
  const last = ring.at(-1)
  switch (key) {
    case 'Enter':
    case ' ':
      if (last && distance(last, middle) === 0) return { step: 'same_place', ring }
      return { step: 'corner', ring: [...ring, [...middle]] }
    case 'Backspace':
    case 'Delete':
      return last ? { step: 'back', ring: ring.slice(0, -1) } : null
    case 'f':
    case 'F':
      return { step: ring.length < 3 ? 'too_few' : 'end', ring }
    case 'Escape':
      return { step: 'away', ring: [] }
    default:
      return null
  }
}

/** The same ring, closed: its last corner is its first. */
export function closedRing(ring: number[][]): number[][] {
  return [...ring, [...(ring[0] ?? [])]]
}

function withRing(rings: Rings, { part, ring }: Corner, change: (open: number[][]) => number[][]): Rings {
  const parts = rings[part] ?? []
  const changed = change((parts[ring] ?? []).slice(0, -1))
  return rings.with(part, parts.with(ring, closedRing(changed)))
}

function distance([x = 0, y = 0]: readonly number[], [toX = 0, toY = 0]: readonly number[]): number {
  return Math.hypot(toX - x, toY - y)
}
