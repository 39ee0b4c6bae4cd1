import { distance } from '../shared/distance.ts'
import type { Place } from '../shared/place.ts'

type Stop = { readonly place: Place }

/**
 * Orders stops for going round on foot or by van: each time to the nearest that is left, then crossings are undone (2-opt, Croes 1958)
 * until none is left; the order that was given stays where it is the better one. It begins at the start, where one is given, else at the first stop; it need not come back.
 */
export function orderRound<Of extends Stop>(stops: readonly Of[], start: Place | null = null): readonly Of[] {
  const [first, ...others] = stops
  if (first === undefined) return []
  const nearest = start === null ? fromNearest(first.place, others, [first]) : fromNearest(start, stops, [])
  const [near, given] = [undoCrossings(nearest, start), undoCrossings([...stops], start)]
  return lengthOf(near, start) <= lengthOf(given, start) ? near : given
}

/** Metres from the start over all stops. */
function lengthOf(stops: readonly Stop[], start: Place | null): number {
  const places = [...(start === null ? [] : [start]), ...stops.map(({ place }) => place)]
  return places.slice(1).reduce((sum, place, at) => sum + distance(places[at] ?? place, place), 0)
}

/** Stops group by group, each group from where the one before ended; groups in the order in which they come nearest. */
export function orderGroups<Of extends Stop, Key>(
  stops: readonly Of[],
  keyOf: (stop: Of) => Key,
): readonly (readonly [Key, readonly Of[]])[] {
  let left = [...Map.groupBy(stops, keyOf)]
  const ordered: (readonly [Key, readonly Of[]])[] = []
  let at: Place | null = null
  while (left.length > 0) {
    const from: Place | null = at
    const near = ([, group]: readonly [Key, readonly Of[]]) =>
      from === null ? 0 : Math.min(...group.map(({ place }) => distance(from, place)))
    const [next]: readonly (readonly [Key, Of[]])[] = left.toSorted((one, other) => near(one) - near(other))
    if (!next) break
    const round: readonly Of[] = orderRound(next[1], from)
    ordered.push([next[0], round])
    at = round.at(-1)?.place ?? from
    left = left.filter((group) => group !== next)
  }
  return ordered
}

function fromNearest<Of extends Stop>(start: Place, stops: readonly Of[], begun: readonly Of[]): Of[] {
  const round = [...begun]
  let left = [...stops]
  let at = start
  while (left.length > 0) {
    const from = at
    const [nearest] = left.toSorted((one, other) => distance(from, one.place) - distance(from, other.place))
    if (!nearest) break
    round.push(nearest)
    at = nearest.place
    left = left.filter((stop) => stop !== nearest)
  }
  return round
}

/** Turns a stretch of the way round wherever that makes it shorter; the way in stays. */
function undoCrossings<Of extends Stop>(stops: Of[], start: Place | null): Of[] {
  let round = stops
  for (let better = true; better; ) {
    better = false
    for (let from = start === null ? 1 : 0; from < round.length - 1; from++) {
      for (let to = from + 1; to < round.length; to++) {
        if (gain(round, start, from, to) <= 0.5) continue
        round = [...round.slice(0, from), ...round.slice(from, to + 1).reverse(), ...round.slice(to + 1)]
        better = true
      }
    }
  }
  return round
}

/** Metres that turning the stretch saves. */
function gain(round: readonly Stop[], start: Place | null, from: number, to: number): number {
  const before = from === 0 ? start : (round[from - 1]?.place ?? null)
  const [first, last, after] = [round[from]?.place, round[to]?.place, round[to + 1]?.place]
  if (!first || !last || !before) return 0
  const way = (entry: Place, exit: Place) => distance(before, entry) + (after ? distance(exit, after) : 0)
  return way(first, last) - way(last, first)
}
