import { expect, test } from 'vitest'
import { titleOf } from './title-of.ts'

test.each([
  ['Lampione spento. È così da ieri.', 'Lampione spento'],
  ['  Buca\nprofonda ', 'Buca'],
  ['', ''],
  [
    'C’è una buca molto profonda davanti al portone del civico dodici che nessuno ripara da mesi',
    'C’è una buca molto profonda davanti al portone del civico dodici che…',
  ],
  ['x'.repeat(90), `${'x'.repeat(70)}…`],
])('“%s” is called “%s”', (description, title) => {
  expect(titleOf(description)).toBe(title)
})
