import { encode } from 'uqr'
import type { Place } from '#domain/shared/place.ts'
import { mapColours } from '#lib/map/look.ts'
import { boxOfView, pixelOf, type View, viewOfBox } from '#lib/map/view.ts'
import type { BaseMap } from '../map/base-map.ts'
import { pathOf } from '../map/draw-map.ts'
import { drawPhotos, type SheetPhoto } from './draw-photos.ts'
import {
  artifact,
  clean,
  type Document,
  drawFooters,
  drawHead,
  drawParagraph,
  drawRows,
  type Element,
  faint,
  ink,
  margin,
  openPaper,
  type Row,
  write,
} from './paper.ts'

/** A place on the map of a sheet, with the sign that stands in its mark. */
type Marked = { readonly sign: string; readonly place: Place }

/** A part of a sheet: what it is about, an address that a telephone reads, and room to write by hand. */
export type SheetPart = {
  readonly heading: string
  readonly level: 2 | 3
  readonly rows: readonly Row[]
  readonly paragraphs: readonly string[]
  readonly photos?: readonly SheetPhoto[] | undefined
  readonly link?: { readonly address: string; readonly words: string } | undefined
  /** Lines to write on. */
  readonly lines?: number | undefined
}

/** Something to take along on paper: all its words are the caller's. */
export type Sheet = {
  readonly lang: string
  readonly title: string
  readonly body: string
  readonly intro: readonly string[]
  readonly map: { readonly base: BaseMap; readonly marks: readonly Marked[]; readonly words: string } | null
  readonly parts: readonly SheetPart[]
  readonly footer: string
}

const mapHeight = 250
const code = 62
const lineGap = 22

/** Draws a sheet with a map of its own and a code for each part. */
export async function renderSheet(sheet: Sheet): Promise<Uint8Array> {
  const { document, root, written } = openPaper(sheet)
  drawHead(document, root, sheet)
  for (const paragraph of sheet.intro) drawParagraph(document, root, paragraph)
  if (sheet.map && sheet.map.marks.length > 0) drawMarkedMap(document, root, sheet.map)
  for (const part of sheet.parts) drawPart(document, root, part)
  root.end()
  drawFooters(document, sheet.footer)
  document.end()
  return written
}

function drawMarkedMap(document: Document, root: Element, { base, marks, words }: NonNullable<Sheet['map']>): void {
  const width = document.page.width - margin.left - margin.right
  const view = viewOfBox(around(marks), width, mapHeight)
  const top = document.y
  root.add(
    document.struct('Figure', { alt: words }, () => {
      document.save().translate(margin.left, top).rect(0, 0, width, mapHeight).clip()
      document.rect(0, 0, width, mapHeight).fill(mapColours.outside)
      drawGround(document, base, view)
      for (const mark of marks) drawMark(document, view, mark)
      document.restore()
    }),
  )
  document.y = top + mapHeight + 14
  document.x = margin.left
}

function drawGround(document: Document, base: BaseMap, view: View): void {
  for (const { lines } of base.areas) {
    document
      .path(pathOf(view, lines, 'Z'))
      .lineWidth(0.8)
      .fillAndStroke(mapColours.land, mapColours.border, 'even-odd')
  }
  const streets = base.streetsWithin(boxOfView(view)).flatMap(({ lines }) => lines)
  if (streets.length === 0) return
  const way = pathOf(view, streets, '')
  document.path(way).lineWidth(3).stroke(mapColours.casing)
  document.path(way).lineWidth(1.8).stroke(mapColours.street)
}

function drawMark(document: Document, view: View, { sign, place }: Marked): void {
  const { x, y } = pixelOf(view, place)
  document.circle(x, y, 8).lineWidth(1.2).fillAndStroke(mapColours.pin, '#ffffff')
  document.font('bold').fontSize(8).fillColor('#ffffff')
  document.text(sign, x - 10, y - 5.5, { width: 20, align: 'center', lineBreak: false })
}

function around(marks: readonly Marked[]): readonly [number, number, number, number] {
  const room = 0.0015
  const [longitudes, latitudes] = [marks.map(({ place }) => place.longitude), marks.map(({ place }) => place.latitude)]
  return [
    Math.min(...longitudes) - room,
    Math.min(...latitudes) - room,
    Math.max(...longitudes) + room,
    Math.max(...latitudes) + room,
  ]
}

function drawPart(document: Document, root: Element, part: SheetPart): void {
  const { heading, level, rows, paragraphs, photos = [], link, lines = 0 } = part
  const needed = 40 + (link ? code : 0) + Math.min(rows.length, 3) * 16
  if (document.y + needed > document.page.height - margin.bottom) document.addPage()
  write(document, root, `H${level}`, () => {
    const size = level === 2 ? 15 : 12
    document.font('bold').fontSize(size).fillColor(ink).text(clean(document, heading), margin.left, document.y)
  })
  document.y += 4
  drawRows(document, root, rows)
  for (const paragraph of paragraphs) drawParagraph(document, root, paragraph)
  drawPhotos(document, root, photos)
  if (link) drawLink(document, root, link)
  drawLines(document, lines)
}

/** The code and, beside it, the address in letters for whoever has no camera. */
function drawLink(document: Document, root: Element, { address, words }: NonNullable<SheetPart['link']>): void {
  if (document.y + code + 10 > document.page.height - margin.bottom) document.addPage()
  const top = document.y
  root.add(document.struct('Figure', { alt: words }, () => drawCode(document, address, margin.left, top)))
  write(document, root, 'P', () => {
    document.font('regular').fontSize(9).fillColor(faint)
    document.text(clean(document, address), margin.left + code + 12, top + code / 2 - 5, { link: address })
  })
  document.y = top + code + 10
  document.x = margin.left
}

function drawCode(document: Document, address: string, left: number, top: number): void {
  const { data, size } = encode(address, { ecc: 'M' })
  const step = code / size
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) if (dark) document.rect(left + column * step, top + row * step, step, step)
  }
  document.fill('#000000')
}

function drawLines(document: Document, lines: number): void {
  if (lines === 0) return
  const width = document.page.width - margin.left - margin.right
  if (document.y + lines * lineGap > document.page.height - margin.bottom) document.addPage()
  artifact(document, 'Layout', () => {
    for (let line = 1; line <= lines; line++) {
      const y = document.y + line * lineGap
      document
        .moveTo(margin.left, y)
        .lineTo(margin.left + width, y)
        .lineWidth(0.5)
        .stroke('#b9c3c8')
    }
  })
  document.y += lines * lineGap + 14
}
