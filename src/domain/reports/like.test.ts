import { describe, expect, test } from 'vitest'
import type { CategoryId } from '../shared/id.ts'
import { type Comparable, compareWith, tellingWords } from './like.ts'

const id = (name: string) => name as CategoryId
const categories = new Map([
  [id('streets'), { parent: null }],
  [id('pothole'), { parent: id('streets') }],
  [id('lamp'), { parent: id('streets') }],
  [id('tree'), { parent: id('green') }],
])

const report = (more: Partial<Comparable> = {}): Comparable => ({
  place: { longitude: 9.05, latitude: 44.05 },
  address: null,
  category: id('pothole'),
  title: 'Buca sul marciapiede',
  description: 'Pericolosa per chi passa.',
  ...more,
})

/** A degree of latitude is 111 195 metres on the mean sphere. */
const metresNorth = (metres: number) => ({ longitude: 9.05, latitude: 44.05 + metres / 111_195 })

describe('two reports are taken for one problem', () => {
  test('with the distance on the ground and the words that both have', () => {
    const other = report({ place: metresNorth(40), title: 'Buche enormi', description: 'Sul marciapiede ci sono delle buche.' })
    const found = compareWith(report(), 150, categories)(other)
    expect(found).toMatchObject({ metres: 40, words: ['buca', 'marciapiede'], sameCategory: true })
  })

  test.each([
    ['near, same category, nothing said in common', { place: metresNorth(20), title: 'Asfalto', description: 'Rotto' }, true],
    ['near, another category, a word in common', { place: metresNorth(20), category: id('lamp'), title: 'Buca' }, true],
    [
      'near, another category, nothing in common',
      { place: metresNorth(20), category: id('tree'), title: 'Ramo spezzato', description: 'Cade' },
      false,
    ],
    ['a metre too far', { place: metresNorth(152) }, false],
    ['without a place, with two words in common', { place: null }, true],
    ['without a place, with one word in common', { place: null, title: 'Buca', description: 'Altrove' }, false],
  ] as const)('%s: %#', (_, more, alike) => {
    expect(compareWith(report(), 150, categories)(report(more)) !== null).toBe(alike)
  })

  test.each([
    [
      'in one street, same category, nothing said in common',
      { address: 'via Lunga', title: 'Asfalto', description: 'Rotto' },
      'street',
    ],
    [
      'at one number, a word in common',
      { address: 'Via Lunga, 12', category: id('tree'), title: 'Buca', description: '' },
      'number',
    ],
    ['in another street, same words', { address: 'Via Corta 12' }, null],
  ] as const)('where one has no place, %s', (_, more, address) => {
    const found = compareWith(report({ address: 'Via Lunga 12' }), 150, categories)(report({ place: null, ...more }))
    expect(found).toMatchObject({ metres: null, address })
  })

  test('not in one street alone', () => {
    const other = report({ place: null, address: 'Via Lunga 3', category: id('tree'), title: 'Ramo', description: 'Cade' })
    expect(compareWith(report({ address: 'Via Lunga 12' }), 150, categories)(other)).toBeNull()
  })

  test('the nearer and the more alike in words, the higher', () => {
    const scores = [
      report(),
      report({ place: metresNorth(100) }),
      report({ place: metresNorth(100), title: 'Buca', description: 'Davanti alla scuola elementare, enorme' }),
      report({ place: metresNorth(100), category: id('lamp'), title: 'Buca', description: 'Davanti alla scuola, enorme' }),
    ].map((other) => compareWith(report(), 150, categories)(other)?.score ?? 0)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores[0]).toBe(100)
  })
})

test.each([
  ['Buca, BUCHE e buchetta', ['buc', 'buchett']],
  ['Perché è così?', ['cos']],
  ['Un lampione spento; i lampioni spenti', ['lampion', 'spent']],
] as const)('“%s” says %j', (text, stems) => {
  expect([...tellingWords(text).keys()].toSorted()).toEqual(stems.toSorted())
})
