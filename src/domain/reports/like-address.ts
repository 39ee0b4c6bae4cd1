import { searchText } from '../shared/search-text.ts'

/** How near two written addresses are to each other: in one street, or at one number of it. */
export type AddressNearness = 'street' | 'number'

/** The words by which the street of a written address is known: without what kind of street it is, its number, the town behind a comma. */
export function streetWords(address: string | null): readonly string[] {
  return searchText(streetOf(address))
    .split(' ')
    .filter((word) => word.length > 1 && !/\d/.test(word) && !kinds.has(word))
}

/** Tells whether two written addresses are in one street, as far as their words say so: one may be written shorter than the other. */
export function compareAddresses(one: string | null, other: string | null): AddressNearness | null {
  const [mine, theirs] = [streetWords(one), streetWords(other)].toSorted((a, b) => a.length - b.length)
  if (!mine || !theirs || mine.length === 0 || !mine.every((word) => theirs.includes(word))) return null
  const number = numberOf(one)
  return number !== null && number === numberOf(other) ? 'number' : 'street'
}

/** The first part that has letters: a town, a postcode and a province come behind it. */
function streetOf(address: string | null): string {
  return (address ?? '').split(',').find((part) => /\p{Letter}{2}/u.test(part)) ?? ''
}

/** The civic number: the first that follows the name of the street. */
function numberOf(address: string | null): string | null {
  const behind = (address ?? '').slice((address ?? '').search(/\p{Letter}{2}/u))
  return behind.match(/\d+/)?.[0] ?? null
}

const kinds = new Set(
  (
    'via viale vico vicolo piazza piazzale piazzetta largo larghetto corso strada stradone salita discesa scalinata calle ' +
    'campo rampa traversa contrada localita frazione lungomare passo passeggiata galleria ponte parco di de del dei della ' +
    'delle degli dello da dal al alla la le il lo san santa santo street road square avenue lane the of civico numero snc'
  ).split(' '),
)
