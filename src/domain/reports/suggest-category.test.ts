import { expect, test } from 'vitest'
import type { Category } from '../categories/category.ts'
import type { CategoryId } from '../shared/id.ts'
import { suggestCategory } from './suggest-category.ts'

const category = (id: string, keywords: readonly string[], more: Partial<Category> = {}) =>
  ({ id: id as CategoryId, parent: null, kinds: ['problem'], keywords, active: true, ...more }) as Category

const categories = [
  category('roads', ['buca', 'asfalto']),
  category('lights', ['lampione', 'luce pubblica']),
  category('trees', ['albero']),
  category('old', ['fontana'], { active: false }),
]
const suggest = (title: string, description = '', filed = 'other') =>
  suggestCategory({ kind: 'problem', category: filed as CategoryId, title, description }, categories)

test.each([
  ['a word of the title', 'Buca profonda', '', { category: 'roads', words: ['buca'] }],
  ['several words', 'Via Roma', 'C’è una buca nell’asfalto sotto il lampione', { category: 'roads', words: ['buca', 'asfalto'] }],
  ['a keyword of two words', 'Manca la luce pubblica', '', { category: 'lights', words: ['luce pubblica'] }],
  ['the title before the description', 'Lampione spento', 'vicino a una buca', { category: 'lights', words: ['lampione'] }],
  ['no part of a word', 'Il bucato', '', null],
  ['nothing where two say as much', 'Buca', 'Lampione', { category: 'roads', words: ['buca'] }],
  ['nothing where it is a tie', 'Buca e lampione', '', null],
  ['nothing that is no longer used', 'Fontana rotta', '', null],
  ['nothing where nothing speaks', 'Rumore', 'di notte', null],
])('suggests by %s', (_, title, description, expected) => {
  expect(suggest(title, description)).toEqual(expected)
})

test('suggests nothing where it is filed already', () => {
  expect(suggest('Buca', '', 'roads')).toBeNull()
})
