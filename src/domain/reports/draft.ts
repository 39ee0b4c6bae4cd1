import type { CategoryId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import { searchText } from '../shared/search-text.ts'
import type { ReportKind } from './kind.ts'

/** What a person has typed so far, right or wrong: nothing of it is lost before it is sent. */
export type DraftContent = {
  readonly kind: ReportKind
  readonly category: CategoryId | null
  readonly title: string
  readonly description: string
  /** Kept for every category that was looked at, so that going back to one finds its answers. */
  readonly answers: Readonly<Record<string, readonly string[]>>
  /** What was typed to find the place; until it is the same as the address, the place has still to be chosen. */
  readonly search: string
  readonly place: Place | null
  readonly address: string
  /** How near the map is looked at where it is a picture. */
  readonly zoom: number | null
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  /** Whether everybody may read it; nobody has said so yet while it is null. */
  readonly consent: boolean | null
}

/** An address that a search found and that may be the one that was meant. */
export type AddressCandidate = { readonly label: string; readonly place: Place }

/** A draft in which nothing but its kind is said. */
export function emptyDraft(kind: ReportKind): DraftContent {
  return {
    kind,
    category: null,
    title: '',
    description: '',
    answers: {},
    search: '',
    place: null,
    address: '',
    zoom: null,
    firstName: '',
    lastName: '',
    email: '',
    phone: '',
    consent: null,
  }
}

/** The draft with a place that was pointed at or chosen; the search shows its address. */
export function atPlace(content: DraftContent, place: Place, address: string): DraftContent {
  return { ...content, place, address, search: address }
}

/** The draft whose place was taken out by emptying the search. */
export function withoutPlace(content: DraftContent): DraftContent {
  return { ...content, place: null, address: '', search: '' }
}

/** Tells whether an address was typed of which the place is not chosen yet. */
export function isSearching(content: Pick<DraftContent, 'search' | 'address'>): boolean {
  return content.search !== '' && content.search !== content.address
}

/**
 * Settles a typed address as far as it goes without asking: the one address that is called exactly so is taken;
 * where nothing is found but a point was given, the text describes that point.
 */
export function settleSearch(content: DraftContent, candidates: readonly AddressCandidate[]): DraftContent {
  if (!isSearching(content)) return content
  const same = candidates.filter(({ label }) => searchText(label) === searchText(content.search))
  const [only] = same
  if (only && same.length === 1) return atPlace(content, only.place, only.label)
  return candidates.length === 0 && content.place ? { ...content, address: content.search } : content
}
