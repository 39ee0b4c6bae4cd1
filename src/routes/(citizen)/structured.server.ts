/** A block of data for programs, not of code; nothing in it can end the element. */
export function structured(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}
