import { boxOf } from '#domain/areas/area-index.ts'
import type { DraftContent } from '#domain/reports/draft.ts'
import type { Box } from '#domain/shared/box.ts'
import type { Place } from '#domain/shared/place.ts'
import { pointOfClick, type View, viewOfBox, zooms } from '#lib/map/view.ts'
import { nearestStreet } from '#server/queries/places/nearest-street.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { World } from '#server/world.ts'

/** Fits a page of 320 pixels as it is: where a picture is scaled, the pixels of a click say nothing. */
const side = 240
/** Farther than this from a street, a place is not called by its name. */
const nearMetres = 250

/** What the picture of the map shows: the whole body until a point is given, then nearer at every tap. */
export function mapView(directory: Directory, { place, zoom }: Pick<DraftContent, 'place' | 'zoom'>): View {
  if (place) return { centre: place, zoom: zoom ?? zooms.street, width: side, height: side }
  return viewOfBox(wholeBox(directory), side, side)
}

/** Where a tap on the picture fell, and how near the next picture is. */
export function tappedPlace(directory: Directory, content: DraftContent, x: number, y: number): { place: Place; zoom: number } {
  const view = mapView(directory, content)
  const within = (pixel: number) => Math.max(0, Math.min(side, Number.isFinite(pixel) ? pixel : side / 2))
  return { place: pointOfClick(view, within(x), within(y)), zoom: Math.min(view.zoom + 2, zooms.most - 1) }
}

/** What a point that was pointed at is called: after the street beside it, or nothing. */
export async function nameOfPlace(world: World, directory: Directory, place: Place): Promise<string> {
  const street = await world.read(directory.tenant.id, (reader) => nearestStreet(reader, place))
  return street && street.metres <= nearMetres ? street.label : ''
}

function wholeBox({ areas, tenant }: Directory): Box {
  const { longitude, latitude } = tenant.settings.centre
  const boxes = [...areas.values()].map(({ geometry }) => boxOf(geometry))
  return boxes.reduce<Box>(
    (all, one) => [Math.min(all[0], one[0]), Math.min(all[1], one[1]), Math.max(all[2], one[2]), Math.max(all[3], one[3])],
    boxes[0] ?? [longitude - 0.05, latitude - 0.05, longitude + 0.05, latitude + 0.05],
  )
}
