import { done, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'
import { fileAt } from './body-file.ts'

/** A picture as something shows it. What stands in its place for whoever does not see it (WCAG 1.1.1) belongs to where it is shown; nothing, where it only adorns. */
export type Picture = { readonly href: string; readonly alt: Words | null }

export type PictureRefusal = 'picture_wrong' | 'alt_missing' | 'alt_too_long'

/** The longest alternative text, in characters: screen readers say it in one go. */
export const longestAlt = 250

/** Tells whether an address is that of a picture of the body's own. */
export function isPicture(href: string): boolean {
  const file = fileAt(href)
  return file !== null && file.form !== 'document'
}

/** A picture is a file of the body's own and says in words what it shows, or else that it only adorns. */
export function checkPicture<Shown extends Picture | null>(picture: Shown): Result<Shown, PictureRefusal> {
  if (picture === null) return done(picture)
  if (!isPicture(picture.href)) return refuse('picture_wrong', 'picture-file')
  if (picture.alt === null) return done(picture)
  if (picture.alt.it.trim() === '') return refuse('alt_missing', 'picture-alt')
  const long = longField('picture-alt', picture.alt, longestAlt)
  return long ? refuse('alt_too_long', long) : done(picture)
}
