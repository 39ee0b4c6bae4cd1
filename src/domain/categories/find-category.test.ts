import { expect, test } from 'vitest'
import type { CategoryId, OfficeId } from '../shared/id.ts'
import type { Category } from './category.ts'
import { categoryLabel, matchingCategories } from './find-category.ts'

const category = (id: string, name: string, parent: string | null, keywords: readonly string[] = []): Category => ({
  id: id as CategoryId,
  parent: parent as CategoryId | null,
  code: id,
  name: { it: name },
  description: { it: '' },
  kinds: ['problem'],
  keywords,
  office: 'o' as OfficeId,
  officesMayReply: false,
  firstReply: { amount: 1, unit: 'working_days' },
  resolution: { amount: 1, unit: 'working_days' },
  likeMetres: 150,
  active: true,
  questions: [],
})
const all = [
  category('streets', 'Strade', null),
  category('hole', 'Buca', 'streets', ['voragine']),
  category('holes', 'Buca nel verde', 'green'),
  category('green', 'Verde', null),
  category('tree', 'Albero pericolante', 'green', ['ramo']),
]
const categories = new Map(all.map((one) => [one.id, one]))
const leaves = all.filter(({ parent }) => parent !== null)

test.each([
  ['Strade: Buca', ['hole']],
  ['strade buca', ['hole']],
  ['buca', ['hole']],
  ['VORAGINE', ['hole']],
  ['pericol', ['tree']],
  ['', []],
  ['verde', ['holes', 'tree']],
  ['lampione', []],
])('“%s” means %j', (typed, meant) => {
  expect(matchingCategories(leaves, categories, typed, 'it').map(({ id }) => id)).toEqual(meant)
})

test('a category is called after its group', () => {
  expect(leaves.map((one) => categoryLabel(one, categories, 'it'))).toEqual([
    'Strade: Buca',
    'Verde: Buca nel verde',
    'Verde: Albero pericolante',
  ])
})
