import { expect, test } from 'vitest'
import { fieldOfPart, sheetSections } from './sheet-sections.ts'

test('whatever a criterion finds wanting has its field in the form', () => {
  const offered = sheetSections.flatMap(({ fields }) => fields.flatMap((field) => Object.values(field)))
  const named = new Set<string>([...offered, 'response-amount'])
  expect(Object.values(fieldOfPart).filter((field) => !named.has(field))).toEqual([])
})
