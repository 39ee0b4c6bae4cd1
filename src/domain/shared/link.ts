import { done, type Result, refuse } from './result.ts'
import { longField, type Words } from './words.ts'

/** A link as the body sets it: what it is called, and where it leads; a file of the body's own has an address of this site. */
export type Link = { readonly label: Words; readonly href: string }

export type LinkRefusal = 'row_unfinished' | 'link_wrong' | 'text_too_long'

const target = /^(https:\/\/|\/(?!\/))\S+$/
/** In characters. */
const longestLabel = 300

/** Tells whether something is an `https` address or a path of this site. */
export function leadsSomewhere(href: string): boolean {
  return target.test(href)
}

/** A link is called something, in Italian, and leads to an `https` address or a path of this site; its fields are named after it and its row. */
export function checkLink(link: Link, name: string, row = ''): Result<Link, LinkRefusal> {
  if (link.label.it.trim() === '') return refuse('row_unfinished', `${name}-label${row}`)
  if (!leadsSomewhere(link.href)) return refuse('link_wrong', `${name}-href${row}`)
  const long = longField(`${name}-label`, link.label, longestLabel)
  return long ? refuse('text_too_long', `${long}${row}`) : done(link)
}
