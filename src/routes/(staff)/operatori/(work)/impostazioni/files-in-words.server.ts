import type { Picture } from '#domain/files/picture.ts'
import type { Link } from '#domain/shared/link.ts'
import type { Words } from '#domain/shared/words.ts'

/** A picture by what stands in its place, and its address: another picture has another. */
export function pictureInWords({ href, alt }: Picture, { words }: App.Locals): string {
  return `${alt ? both(alt) : words.forms.picture.decorative} – ${href}`
}

/** A link by what it is called, and where it leads. */
export function linkInWords({ label, href }: Link): string {
  return `${both(label)}: ${href}`
}

/** A text in every language that it has. */
export function both({ it, en }: Words): string {
  return [it, en].filter(Boolean).join(' / ')
}
