/** A block of data for programs, not of code; nothing in it can end the element. `hook` is the official `data-element`. */
export function structured(data: unknown, hook?: string): string {
  const element = hook === undefined ? '' : ` data-element="${hook}"`
  return `<script${element} type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}
