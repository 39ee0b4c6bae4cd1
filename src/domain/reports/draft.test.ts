import { describe, expect, test } from 'vitest'
import { type AddressCandidate, atPlace, emptyDraft, isSearching, settleSearch, withoutPlace } from './draft.ts'

const here = { longitude: 9.05, latitude: 44.05 }
const there = { longitude: 9.06, latitude: 44.05 }
const long: AddressCandidate = { label: 'Via Lunga 12', place: there }
const draft = emptyDraft('problem')
const typed = (search: string) => ({ ...draft, search })

describe('the place of a draft', () => {
  test('that is chosen shows its address in the search', () =>
    expect(atPlace(draft, here, 'Via Lunga')).toMatchObject({ place: here, address: 'Via Lunga', search: 'Via Lunga' }))

  test('is gone when the search is emptied', () => expect(withoutPlace(atPlace(draft, here, 'Via Lunga'))).toEqual(draft))

  test.each([
    ['nothing was typed', draft, false],
    ['the address is the one that was chosen', atPlace(draft, here, 'Via Lunga'), false],
    ['another address was typed', { ...atPlace(draft, here, 'Via Lunga'), search: 'Via Corta' }, true],
  ] as const)('is looked for or not: %s', (_, content, searching) => expect(isSearching(content)).toBe(searching))
})

describe('a typed address', () => {
  test.each([
    ['is taken when one is called exactly so', typed('via lunga, 12'), [long], { place: there, address: 'Via Lunga 12' }],
    ['is asked about when another name was found', typed('lunga'), [long], { place: null, address: '' }],
    ['is asked about when two are called so', typed('Via Lunga 12'), [long, long], { place: null }],
    ['is asked about when nothing is found and no point is given', typed('zzz'), [], { place: null, search: 'zzz' }],
    ['describes the point where nothing is found', { ...typed('zzz'), place: here }, [], { place: here, address: 'zzz' }],
    ['stays when it is settled', atPlace(draft, here, 'Via Lunga 12'), [long], { place: here }],
  ] as const)('%s', (_, content, candidates, expected) => expect(settleSearch(content, candidates)).toMatchObject(expected))
})
