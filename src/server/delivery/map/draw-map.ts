import type { Projected } from '#domain/shared/mercator.ts'
import type { Place } from '#domain/shared/place.ts'
import { mapColours, pinPath } from '#lib/map/look.ts'
import { boxOfView, pixelOf, pixelOfProjected, type View, zooms } from '#lib/map/view.ts'
import type { BaseMap } from './base-map.ts'

type Label = { readonly text: string; readonly x: number; readonly y: number; readonly turn: number }

/** Draws a part of the base map, with a pin where one is given: a picture that needs no script and reaches nothing outside. */
export function drawMap(base: BaseMap, view: View, pin: Place | null): string {
  const { width, height } = view
  const streets = view.zoom >= zooms.city ? base.streetsWithin(boxOfView(view)) : []
  const lines = streets.map(({ lines }) => pathOf(view, lines, ''))
  const wide = Math.max(1.5, 3 + (view.zoom - zooms.quarter) * 2)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${mapColours.outside}"/>`,
    `<g fill="${mapColours.land}" fill-rule="evenodd" stroke="${mapColours.border}" stroke-width="1.5" stroke-dasharray="6 4">`,
    ...base.areas.map(({ lines }) => `<path d="${pathOf(view, lines, 'Z')}"/>`),
    '</g>',
    `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${lines.join('')}" stroke="${mapColours.casing}" stroke-width="${wide + 2}"/>`,
    `<path d="${lines.join('')}" stroke="${mapColours.street}" stroke-width="${wide}"/></g>`,
    ...labelsOf(base, view, streets).map(drawLabel),
    pin === null ? '' : drawPin(pixelOf(view, pin)),
    '</svg>',
  ].join('')
}

/** Lines of the ground as a path (SVG) in the picture. */
export function pathOf(view: View, lines: readonly (readonly Projected[])[], end: string): string {
  return lines
    .map((line) => {
      const points = line.map((point) => pixelOfProjected(view, point)).map(({ x, y }) => `${short(x)} ${short(y)}`)
      return `M${points.join('L')}${end}`
    })
    .join('')
}

/** Streets are named from near, areas from afar; a name that would lie over another is left out. */
function labelsOf(base: BaseMap, view: View, streets: BaseMap['areas']): readonly Label[] {
  const wanted =
    view.zoom >= zooms.quarter
      ? streets.flatMap((one) => streetLabel(view, one))
      : base.areas.flatMap((one) => areaLabel(view, one))
  const placed: Label[] = []
  for (const label of wanted.sort((a, b) => b.room - a.room)) {
    const free = placed.every(({ x, y }) => Math.abs(x - label.x) > 120 || Math.abs(y - label.y) > 34)
    if (free && placed.length < 14) placed.push(label)
  }
  return placed
}

function streetLabel(view: View, { name, lines }: BaseMap['areas'][number]): readonly (Label & { readonly room: number })[] {
  const points = (lines[0] ?? []).map((point) => pixelOfProjected(view, point))
  const pieces = points.slice(1).flatMap((to, at) => clipped(view, points[at] ?? to, to))
  const [longest] = pieces
    .map(([from, to]) => ({ from, to, room: Math.hypot(to.x - from.x, to.y - from.y) }))
    .sort((a, b) => b.room - a.room)
  if (longest === undefined || longest.room < name.length * 6) return []
  const { from, to, room } = longest
  const turn = upright((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI)
  return [{ text: name, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, turn, room }]
}

/** The part of a straight piece that lies within the picture (Liang and Barsky), if any. */
function clipped({ width, height }: View, from: Projected, to: Projected): readonly (readonly [Projected, Projected])[] {
  const [east, south] = [to.x - from.x, to.y - from.y]
  let [enters, leaves] = [0, 1]
  for (const [step, room] of [
    [-east, from.x],
    [east, width - from.x],
    [-south, from.y],
    [south, height - from.y],
  ] as const) {
    if (step === 0 && room < 0) return []
    if (step < 0) enters = Math.max(enters, room / step)
    if (step > 0) leaves = Math.min(leaves, room / step)
  }
  if (enters >= leaves) return []
  const at = (share: number) => ({ x: from.x + share * east, y: from.y + share * south })
  return [[at(enters), at(leaves)]]
}

function areaLabel(view: View, { name, lines }: BaseMap['areas'][number]): readonly (Label & { readonly room: number })[] {
  const points = (lines[0] ?? []).map((point) => pixelOfProjected(view, point))
  if (points.length === 0) return []
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
  const room = Math.max(...xs) - Math.min(...xs)
  return within(view, x, y) && room > 60 ? [{ text: name, x, y, turn: 0, room }] : []
}

function within({ width, height }: View, x: number, y: number): boolean {
  return x > 20 && y > 12 && x < width - 20 && y < height - 12
}

function upright(degrees: number): number {
  return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees
}

function drawLabel({ text, x, y, turn }: Label): string {
  const [left, top] = [short(x), short(y)]
  return `<text x="${left}" y="${top}" dy="4" transform="rotate(${short(turn)} ${left} ${top})" text-anchor="middle" font-family="Titillium Web, sans-serif" font-size="12" fill="${mapColours.name}" stroke="${mapColours.land}" stroke-width="3" paint-order="stroke">${escaped(text)}</text>`
}

function drawPin({ x, y }: { readonly x: number; readonly y: number }): string {
  return `<g transform="translate(${short(x)} ${short(y)})"><ellipse rx="7" ry="3" fill="#17324d" fill-opacity=".35"/><path d="${pinPath}" fill="${mapColours.pin}" stroke="#fff" stroke-width="2"/><circle cy="-25" r="5" fill="#fff"/></g>`
}

function short(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
