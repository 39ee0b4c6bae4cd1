import { halfWorld, toMercator } from './mercator.ts'
import type { Place } from './place.ts'

/** The zoom whose tiles are the finest cells: 24 bits each way, 48 in all, exact in a JavaScript number. */
export const finestZoom = 24

const side = 2 ** finestZoom

/** The 48-bit Morton code of a place's Web-Mercator position at zoom 24: places near each other mostly have codes near each other. */
export function cellOf(place: Place): number {
  const { x, y } = toMercator(place)
  return interleave(step((x + halfWorld) / (2 * halfWorld)), step((halfWorld - y) / (2 * halfWorld)))
}

/** The half-open range of cells that a map tile holds: a tile is one range. */
export function cellsOfTile(zoom: number, x: number, y: number): { readonly from: number; readonly before: number } {
  const cells = 4 ** (finestZoom - zoom)
  const from = interleave(x, y) * cells
  return { from, before: from + cells }
}

/** The tile that holds a place at a zoom. */
export function tileOf(place: Place, zoom: number): { readonly x: number; readonly y: number } {
  return separate(Math.floor(cellOf(place) / 4 ** (finestZoom - zoom)))
}

function step(share: number): number {
  return Math.max(0, Math.min(side - 1, Math.floor(share * side)))
}

function interleave(x: number, y: number): number {
  return spread(x >>> 12) * 2 ** 24 + spread(x & 0xfff) + 2 * (spread(y >>> 12) * 2 ** 24 + spread(y & 0xfff))
}

function separate(code: number): { readonly x: number; readonly y: number } {
  const high = Math.floor(code / 2 ** 24)
  const low = code % 2 ** 24
  return { x: gather(high) * 4096 + gather(low), y: gather(high >>> 1) * 4096 + gather(low >>> 1) }
}

/** Puts a zero between each two of twelve bits. */
function spread(bits: number): number {
  let wide = bits
  wide = (wide | (wide << 8)) & 0x00ff00ff
  wide = (wide | (wide << 4)) & 0x0f0f0f0f
  wide = (wide | (wide << 2)) & 0x33333333
  return (wide | (wide << 1)) & 0x55555555
}

/** Takes every other of twenty-four bits. */
function gather(wide: number): number {
  let bits = wide & 0x55555555
  bits = (bits | (bits >>> 1)) & 0x33333333
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f
  bits = (bits | (bits >>> 4)) & 0x00ff00ff
  return (bits | (bits >>> 8)) & 0x0000ffff
}
