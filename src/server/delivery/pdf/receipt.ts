import { drawFooters, drawHead, drawParagraph, drawRows, openPaper, type Row } from './paper.ts'

/** What a person can print or keep: all its words are the caller's. */
export type Receipt = {
  readonly lang: string
  readonly title: string
  /** Who gives the receipt: the name of the body. */
  readonly body: string
  readonly rows: readonly Row[]
  readonly paragraphs: readonly string[]
  readonly footer: string
}

/** Draws the receipt. */
export async function renderReceipt(receipt: Receipt): Promise<Uint8Array> {
  const { document, root, written } = openPaper(receipt)
  drawHead(document, root, receipt)
  drawRows(document, root, receipt.rows)
  for (const paragraph of receipt.paragraphs) drawParagraph(document, root, paragraph)
  root.end()
  drawFooters(document, receipt.footer)
  document.end()
  return written
}
