import { createRequire } from 'node:module'
import PdfDocument from 'pdfkit'

/** A line of a list: what, and what of it. */
export type Row = { readonly label: string; readonly value: string }

export type Document = InstanceType<typeof PdfDocument>
export type Element = ReturnType<Document['struct']>

const { resolve } = createRequire(import.meta.url)
const fontFile = (weight: string) =>
  resolve(`bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${weight}.ttf`)

/** The library knows it, its types do not yet. */
const pdfUa: object = { subset: 'PDF/UA' }

export const margin = { top: 64, bottom: 84, left: 64, right: 64 } as const
const labelWidth = 150
const gap = 16
export const ink = '#17324d'
export const faint = '#455b71'

/** An empty tagged paper in A4 (PDF/UA as far as the library goes), with all that a screen reader needs to find its way. */
export function openPaper({ lang, title, body }: { readonly lang: string; readonly title: string; readonly body: string }) {
  const document = new PdfDocument({
    size: 'A4',
    margins: margin,
    pdfVersion: '1.7',
    ...pdfUa,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang,
    font: fontFile('regular'),
    info: { Title: property(title), Author: property(body) },
  })
  const written = collect(document)
  document.registerFont('regular', fontFile('regular')).registerFont('bold', fontFile('700'))
  const root = document.struct('Document')
  document.addStructure(root)
  return { document, root, written }
}

async function collect(document: Document): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of document) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The body’s name and the title. */
export function drawHead(
  document: Document,
  root: Element,
  { body, title }: { readonly body: string; readonly title: string },
): void {
  const { left } = margin
  artifact(document, 'Layout', () => document.rect(left, margin.top - 20, 48, 4).fill(ink))
  write(document, root, 'P', () =>
    document.font('bold').fontSize(11).fillColor(faint).text(clean(document, body), left, margin.top),
  )
  write(document, root, 'H1', () =>
    document.font('bold').fontSize(22).fillColor(ink).text(clean(document, title), { lineGap: -2 }),
  )
  document.moveDown(0.8)
}

/** Labels stand beside their values; a value that does not fit on the page goes on at the top of the next one. */
export function drawRows(document: Document, root: Element, rows: readonly Row[]): void {
  if (rows.length === 0) return
  const list = document.struct('L')
  root.add(list)
  for (const { label, value } of rows) {
    document.font('bold').fontSize(10.5)
    const labelText = clean(document, label)
    const room = document.page.height - margin.bottom - document.y
    if (room < document.heightOfString(labelText, { width: labelWidth })) document.addPage()
    drawRow(document, list, labelText, value)
  }
  list.end()
  document.x = margin.left
  document.moveDown(1)
}

function drawRow(document: Document, list: Element, label: string, value: string): void {
  const item = document.struct('LI')
  list.add(item)
  const top = document.y
  write(document, item, 'Lbl', () => document.fillColor(faint).text(label, margin.left, top, { width: labelWidth }))
  const labelEnd = document.y
  const pageOfLabel = document.page
  const left = margin.left + labelWidth + gap
  const width = document.page.width - left - margin.right
  write(document, item, 'LBody', () => {
    document.font('regular').fontSize(10.5).fillColor(ink)
    document.text(clean(document, value), left, top, { width })
  })
  item.end()
  if (document.page === pageOfLabel) document.y = Math.max(document.y, labelEnd)
  document.y += 5
}

/** A text of its own. */
export function drawParagraph(document: Document, root: Element, paragraph: string): void {
  write(document, root, 'P', () => {
    document.font('regular').fontSize(10.5).fillColor(ink)
    document.text(clean(document, paragraph), margin.left, document.y, { lineGap: 1 })
  })
  document.moveDown(0.6)
}

/** Last, when the number of pages is known; outside the reading order, as everything that comes back on each page. */
export function drawFooters(document: Document, footer: string): void {
  const { start, count } = document.bufferedPageRange()
  const width = document.page.width - margin.left - margin.right
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page)
    // Within its margin the library would take the footer for text that needs another page.
    document.page.margins.bottom = 0
    const top = document.page.height - margin.bottom + 24
    artifact(document, 'Pagination', () => {
      document.font('regular').fontSize(8.5).fillColor(faint)
      document.text(clean(document, footer), margin.left, top, { width: width - 48, height: 44, ellipsis: true })
      document.text(`${page - start + 1}/${count}`, margin.left, top, { width, align: 'right' })
    })
  }
}

/** Draws something that is read aloud, as what it is. */
export function write(document: Document, parent: Element, type: string, draw: () => void): void {
  parent.add(document.struct(type, {}, draw))
}

/** Draws something that is no part of what is read. */
export function artifact(document: Document, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type })
  draw()
  document.endMarkedContent()
}

type WithFont = { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } }

/** What the font cannot draw (an emoji, another script) becomes a question mark: an empty box says less, and PDF/UA forbids it. */
export function clean(document: Document, text: string): string {
  const { font } = (document as unknown as WithFont)._font
  const drawn = [...printable(text)].map((sign) =>
    sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : '?',
  )
  return drawn.join('')
}

/** The library writes the document's properties into XML as they are. */
function property(text: string): string {
  return printable(text).replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›')
}

/** Lines stay; what is invisible or turns the direction of writing goes. */
function printable(text: string): string {
  const lines = text.normalize('NFC').replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
  return lines
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
}
