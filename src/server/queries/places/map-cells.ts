import type { Box } from '#domain/shared/box.ts'
import { finestZoom, tileOf } from '#domain/shared/cell.ts'

/** More marks than these nobody tells apart. */
export const mostClusters = 900

/** Cells of some 64 pixels, fewer where the box is large. */
export function clusterZoom(box: Box, zoom: number): number {
  return zoomCovering(box, Math.min(finestZoom, Math.max(0, Math.round(zoom) + 2)), mostClusters)
}

/** The finest zoom, from one on, at which so many tiles cover the box. */
export function zoomCovering(box: Box, from: number, most: number): number {
  for (let zoom = from; zoom > 0; zoom--) {
    const { left, top, right, bottom } = corners(box, zoom)
    if ((right - left + 1) * (bottom - top + 1) <= most) return zoom
  }
  return 0
}

/** The tiles in which the corners of a box lie. */
export function corners([west, south, east, north]: Box, zoom: number) {
  const upper = tileOf({ longitude: west, latitude: north }, zoom)
  const lower = tileOf({ longitude: east, latitude: south }, zoom)
  return { left: upper.x, top: upper.y, right: lower.x, bottom: lower.y }
}
