import { clean, type Document, type Element, faint, margin, write } from './paper.ts'

/** A picture on paper: what is seen, for whoever does not see it, and what stands below. */
export type SheetPhoto = { readonly bytes: Uint8Array; readonly alt: string; readonly caption: string }

const between = 14
const height = 170
const captionHeight = 22

/** Draws pictures two to a row, each whole and as it was held, with its words below. */
export function drawPhotos(document: Document, root: Element, photos: readonly SheetPhoto[]): void {
  const width = (document.page.width - margin.left - margin.right - between) / 2
  for (let first = 0; first < photos.length; first += 2) {
    if (document.y + height + captionHeight > document.page.height - margin.bottom) document.addPage()
    const top = document.y
    for (const [at, photo] of photos.slice(first, first + 2).entries())
      drawPhoto(document, root, photo, { left: margin.left + at * (width + between), top, width })
    document.x = margin.left
    document.y = top + height + captionHeight
  }
}

type Frame = { readonly left: number; readonly top: number; readonly width: number }

function drawPhoto(document: Document, root: Element, { bytes, alt, caption }: SheetPhoto, { left, top, width }: Frame): void {
  root.add(
    document.struct('Figure', { alt }, () =>
      document.image(Buffer.from(bytes), left, top, { fit: [width, height], valign: 'bottom' }),
    ),
  )
  write(document, root, 'P', () => {
    document.font('regular').fontSize(9).fillColor(faint)
    document.text(clean(document, caption), left, top + height + 3, { width, height: captionHeight, ellipsis: true })
  })
}
