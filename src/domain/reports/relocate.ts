import type { AreaIndex } from '../areas/area-index.ts'
import type { Actor } from '../people/actor.ts'
import type { Place } from '../shared/place.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import { type MayRefusal, may } from './may.ts'
import type { Report } from './report.ts'
import { checkPlace, lengths, type PlaceRefusal } from './submission.ts'

/** Where a report is to be, and the words for it. */
export type Relocation = { readonly place: Place | null; readonly address: string | null }

export type RelocateRefusal = MayRefusal | PlaceRefusal | 'nothing_changes'

/** Corrects where an open report is, within the body's territory; the area follows from the place, and the history keeps where it was. */
export function decideRelocation(
  report: Report,
  to: Relocation,
  by: Actor,
  { areaIndex, hasAreas }: { readonly areaIndex: AreaIndex; readonly hasAreas: boolean },
): Result<Decided, RelocateRefusal> {
  const allowed = may(by, 'move_place', report)
  if (!allowed.ok) return allowed
  const { place } = to
  if (place === null) return refuse('place_missing')
  const address = to.address?.trim() || null
  if ((address ?? '').length > lengths.address) return refuse('address_too_long')
  if (isSame(place, report.place) && address === report.address) return refuse('nothing_changes')
  const area = checkPlace(areaIndex, hasAreas, place)
  if (!area.ok) return area
  const previous = { previousPlace: report.place, previousAddress: report.address }
  return done({
    report: { ...report, place, address, area: area.value },
    event: { kind: 'moved', detail: { place, address, area: area.value, ...previous } },
    words: null,
  })
}

function isSame(one: Place, other: Place | null): boolean {
  return one.longitude === other?.longitude && one.latitude === other.latitude
}
