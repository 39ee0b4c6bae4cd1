import type { Box } from '#domain/shared/box.ts'
import { fromMercator, halfWorld, type Projected, toMercator } from '#domain/shared/mercator.ts'
import type { Place } from '#domain/shared/place.ts'

/** A flat picture of a part of the earth: what lies in its middle, how near it is seen, and its size in pixels. */
export type View = { readonly centre: Place; readonly zoom: number; readonly width: number; readonly height: number }

export const zooms = { least: 3, city: 12, quarter: 14, street: 16, most: 19 } as const

const tile = 256

/** Web-Mercator metres that a pixel shows. */
export function metresPerPixel(zoom: number): number {
  return (2 * halfWorld) / (tile * 2 ** zoom)
}

/** The place at a pixel of the picture, counted from its upper left corner: where a click fell. */
export function pointOfClick(view: View, x: number, y: number): Place {
  const middle = toMercator(view.centre)
  const scale = metresPerPixel(view.zoom)
  return fromMercator({ x: middle.x + (x - view.width / 2) * scale, y: middle.y - (y - view.height / 2) * scale })
}

/** The pixel at which a place is drawn; outside the picture's size where it is not to be seen. */
export function pixelOf(view: View, place: Place): { readonly x: number; readonly y: number } {
  return pixelOfProjected(view, toMercator(place))
}

/** The same for a place that is projected already. */
export function pixelOfProjected(view: View, { x, y }: Projected): { readonly x: number; readonly y: number } {
  const middle = toMercator(view.centre)
  const scale = metresPerPixel(view.zoom)
  return { x: view.width / 2 + (x - middle.x) / scale, y: view.height / 2 - (y - middle.y) / scale }
}

/** The part of the earth that the picture shows. */
export function boxOfView(view: View): Box {
  const upperLeft = pointOfClick(view, 0, 0)
  const lowerRight = pointOfClick(view, view.width, view.height)
  return [upperLeft.longitude, lowerRight.latitude, lowerRight.longitude, upperLeft.latitude]
}

/** The view of a size that shows a whole box, and no nearer than a street. */
export function viewOfBox([west, south, east, north]: Box, width: number, height: number): View {
  const [lower, upper] = [toMercator({ longitude: west, latitude: south }), toMercator({ longitude: east, latitude: north })]
  const scale = Math.max((upper.x - lower.x) / width, (upper.y - lower.y) / height)
  const zoom = scale <= 0 ? zooms.street : Math.log2((2 * halfWorld) / (tile * scale))
  return {
    centre: fromMercator({ x: (lower.x + upper.x) / 2, y: (lower.y + upper.y) / 2 }),
    zoom: Math.max(zooms.least, Math.min(zooms.street, Math.floor(zoom * 4) / 4)),
    width,
    height,
  }
}
