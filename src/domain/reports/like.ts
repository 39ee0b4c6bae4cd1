import type { Category } from '../categories/category.ts'
import { distance } from '../shared/distance.ts'
import type { CategoryId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import { searchText } from '../shared/search-text.ts'
import { type AddressNearness, compareAddresses } from './like-address.ts'

/** What is compared: where it is, what it is filed under, and what it says. */
export type Comparable = {
  readonly place: Place | null
  /** Where it is in words: what is left where one of two has no place. */
  readonly address: string | null
  readonly category: CategoryId | null
  readonly title: string
  readonly description: string
}

/** How alike two reports are, from 0 to 100, and why: the distance or the street, the words that both have, the same category. */
export type Likeness = {
  readonly score: number
  readonly metres: number | null
  readonly address: AddressNearness | null
  readonly words: readonly string[]
  readonly sameCategory: boolean
}

/** Of what a place counts for, so much does an address. */
const shareOfPlace: Readonly<Record<AddressNearness, number>> = { number: 0.8, street: 0.4 }
const share = { place: 45, words: 35, category: 20, group: 8 } as const
const lowest = 30
const mostWords = 5

type Categories = ReadonlyMap<CategoryId, Pick<Category, 'parent'>>

/**
 * Compares a report with others, one after the other; null for those that are not about one problem with it: too far away, or with
 * nothing in common but the place.
 */
export function compareWith(one: Comparable, within: number, categories: Categories): (other: Comparable) => Likeness | null {
  const mine = sayingOf(one)
  return (other) => {
    const metres = one.place && other.place ? Math.round(distance(one.place, other.place)) : null
    if (metres !== null && metres > within) return null
    const address = metres === null ? compareAddresses(one.address, other.address) : null
    const common = commonWords(mine, sayingOf(other))
    const sameCategory = one.category !== null && one.category === other.category
    const somewhere = metres !== null || address !== null
    if (somewhere ? common.words.length === 0 && !sameCategory : common.words.length < 2) return null
    const near = share.place * (metres !== null ? 1 - metres / (2 * within) : address ? shareOfPlace[address] : 0)
    const kin = sameCategory ? share.category : isKin(one.category, other.category, categories) ? share.group : 0
    const score = Math.min(100, Math.round(near + share.words * common.share + kin))
    return score < lowest ? null : { score, metres, address, words: common.words.slice(0, mostWords), sameCategory }
  }
}

type Saying = { readonly all: ReadonlyMap<string, string>; readonly title: ReadonlyMap<string, string> }

function sayingOf({ title, description }: Comparable): Saying {
  const called = tellingWords(title)
  return { title: called, all: new Map([...tellingWords(description), ...called]) }
}

/** The words that say something, without accents or endings, each with its first spelling. */
export function tellingWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const word of searchText(text).split(' ')) {
    if (word.length < 4 || empty.has(word)) continue
    const key = stem(word)
    if (!words.has(key)) words.set(key, word)
  }
  return words
}

/** Two texts that share a few words are as alike as the share of the shorter one's words that the other has; a title weighs twice. */
function commonWords(mine: Saying, theirs: Saying): { readonly words: readonly string[]; readonly share: number } {
  const weightOf = (stem: string) => (mine.title.has(stem) || theirs.title.has(stem) ? 2 : 1)
  const weigh = (stems: Iterable<string>) => [...stems].reduce((sum, each) => sum + weightOf(each), 0)
  const shared = [...mine.all].filter(([each]) => theirs.all.has(each)).sort(([a], [b]) => weightOf(b) - weightOf(a))
  const least = Math.min(weigh(mine.all.keys()), weigh(theirs.all.keys()))
  return {
    words: shared.map(([, word]) => word),
    share: least === 0 ? 0 : weigh(shared.map(([each]) => each)) / least,
  }
}

function isKin(one: CategoryId | null, other: CategoryId | null, categories: Categories): boolean {
  const group = one && categories.get(one)?.parent
  return Boolean(group && other && categories.get(other)?.parent === group)
}

/** Italian and English say number and gender at the end: «buca» and «buche», «lamp» and «lamps» are one word here. */
function stem(word: string): string {
  const bare = word.replace(/(?:che|chi|ghe|ghi)$/, (end) => end.charAt(0)).replace(/(?:es|s)$/, '')
  return bare.replace(/[aeiou]{1,2}$/, '') || word
}

const empty = new Set(
  (
    'della delle dello degli dell alla alle allo agli dalla dalle dallo dagli nella nelle nello negli sulla sulle sullo ' +
    'sugli questo questa questi queste quello quella quelli quelle sono stato stata stati state essere avere hanno fatto ' +
    'molto molta molti molte tutto tutta tutti tutte anche ancora sempre solo come dove quando perche oppure ogni altro ' +
    'altra altri altre davanti dietro vicino presso sotto sopra verso dopo prima fino circa giorni giorno mese mesi anni ' +
    'anno civico numero segnalo segnalazione segnalare buongiorno grazie prego piazza viale corso that this with from ' +
    'there have been were near street road please hello thanks'
  ).split(' '),
)
