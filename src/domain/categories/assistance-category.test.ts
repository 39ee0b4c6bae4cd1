import { expect, test } from 'vitest'
import type { ReportKind } from '../reports/kind.ts'
import type { CategoryId, OfficeId } from '../shared/id.ts'
import { assistanceCategory, type Category } from './category.ts'

const category = (code: string, kinds: readonly ReportKind[], more: Partial<Category> = {}): Category => ({
  id: code as CategoryId,
  parent: null,
  code,
  name: { it: code },
  description: { it: '' },
  kinds,
  keywords: [],
  office: 'urp' as OfficeId,
  officesMayReply: true,
  firstReply: { amount: 2, unit: 'working_days' },
  resolution: { amount: 5, unit: 'working_days' },
  likeMetres: 50,
  active: true,
  questions: [],
  ...more,
})

const roads = category('roads', ['problem', 'assistance'])
const help = category('help', ['assistance'])
const below = category('below', ['assistance'], { parent: 'help' as CategoryId })

test.each([
  ['the one that takes nothing else', 'help', [roads, help], ['problem', 'assistance']],
  ['the leaf, not its group', 'below', [help, below], ['assistance']],
  ['the first that takes them, where none is for them alone', 'roads', [roads], ['assistance']],
  ['none that is out of use', 'roads', [roads, { ...help, active: false }], ['assistance']],
  ['none, where the body takes no such requests', undefined, [roads, help], ['problem']],
  ['none, where no category takes them', undefined, [category('roads', ['problem'])], ['assistance']],
] as const)('requests for assistance are filed under %s', (_, code, categories, taken) =>
  expect(assistanceCategory(categories, taken)?.code).toBe(code),
)
