import { type AreaIndex, areaAt } from '../areas/area-index.ts'
import type { Category } from '../categories/category.ts'
import type { AreaId, CategoryId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Channel, ReportKind } from './kind.ts'

/** The longest texts that a person may send, in characters. */
export const lengths = { title: 120, description: 2000, name: 80, email: 254, phone: 30, address: 200 } as const

/** How many files a report may carry when it is sent. */
export const mostFiles = { photo: 5, document: 3 } as const

export type TextRefusal = 'title_missing' | 'title_too_long' | 'description_missing' | 'description_too_long'

export type ContentRefusal =
  | TextRefusal
  | 'kind_not_taken'
  | 'category_missing'
  | 'category_unknown'
  | 'answers_wrong'
  /** An answer means that it is not the body’s business: the person is sent elsewhere. */
  | 'referred'

export type PlaceRefusal = 'place_missing' | 'place_outside' | 'address_too_long'

export type AuthorRefusal =
  | 'first_name_missing'
  | 'last_name_missing'
  | 'name_too_long'
  | 'email_missing'
  | 'email_wrong'
  | 'phone_wrong'

/** How long a description may be: programs may send what the GeoReport standard allows, forms say their own limit. */
export function longestDescription(channel: Channel): number {
  return channel === 'open311' ? 4000 : lengths.description
}

/** Checks title and description; every refusal names its own field, so that all can be shown at once. */
export function checkTexts(
  texts: { readonly title: string; readonly description: string },
  longest: number = lengths.description,
): readonly TextRefusal[] {
  const refusals: TextRefusal[] = []
  if (texts.title.trim() === '') refusals.push('title_missing')
  if (texts.title.length > lengths.title) refusals.push('title_too_long')
  if (texts.description.trim() === '') refusals.push('description_missing')
  if (texts.description.length > longest) refusals.push('description_too_long')
  return refusals
}

/** Finds the category under which a report of this kind may be filed: known, active, a leaf, taking the kind. */
export function checkCategory(
  categories: ReadonlyMap<CategoryId, Category>,
  id: CategoryId | null,
  kind: ReportKind,
): Result<Category, 'category_missing' | 'category_unknown'> {
  if (id === null) return refuse('category_missing')
  const category = categories.get(id)
  if (!category?.active || !category.kinds.includes(kind)) return refuse('category_unknown')
  const hasChildren = [...categories.values()].some(({ parent }) => parent === id)
  return hasChildren ? refuse('category_unknown') : done(category)
}

/** A problem is somewhere; a proposal, a complaint or a word of praise may be about no place at all. */
export function needsPlace(kind: ReportKind): boolean {
  return kind === 'problem'
}

/** Whoever asks for help wants an answer, and says who they are; of anything else a body may take what nobody signed. */
export function mayBeAnonymous(kind: ReportKind, bodyAllows: boolean): boolean {
  return bodyAllows && kind !== 'assistance'
}

/** The area of a point; a point outside the body's territory is refused. A body without areas takes every point. */
export function checkPlace(index: AreaIndex, hasAreas: boolean, place: Place): Result<AreaId | null, 'place_outside'> {
  const area = areaAt(index, place)
  return area === null && hasAreas ? refuse('place_outside') : done(area)
}

/** Checks who it is from: a name and an address to answer to, unless the body takes anonymous reports; what is given must be well formed. */
export function checkAuthor(
  author: { readonly firstName: string; readonly lastName: string; readonly email: string; readonly phone: string },
  anonymousAllowed: boolean,
): readonly AuthorRefusal[] {
  const refusals: AuthorRefusal[] = []
  if (!anonymousAllowed && author.firstName.trim() === '') refusals.push('first_name_missing')
  if (!anonymousAllowed && author.lastName.trim() === '') refusals.push('last_name_missing')
  if (author.firstName.length > lengths.name || author.lastName.length > lengths.name) refusals.push('name_too_long')
  if (!anonymousAllowed && author.email.trim() === '') refusals.push('email_missing')
  if (author.email.trim() !== '' && !isEmail(author.email.trim())) refusals.push('email_wrong')
  if (author.phone.trim() !== '' && !isPhone(author.phone.trim())) refusals.push('phone_wrong')
  return refusals
}

/** Tells whether a text has the form of a mail address (the HTML standard's form, at most 254 characters, with a dot in the domain). */
export function isEmail(text: string): boolean {
  if (text.length > lengths.email) return false
  return /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(
    text,
  )
}

function isPhone(text: string): boolean {
  return text.length <= lengths.phone && /^\+?[\d\s().-]{5,}$/.test(text) && text.replace(/\D/g, '').length >= 5
}
