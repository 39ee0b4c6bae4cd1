import { expect, test } from 'vitest'
import { blocksOf } from './sheet-text.ts'

test.each([
  ['', []],
  ['Uno. Due.', [{ paragraph: 'Uno. Due.' }]],
  ['Uno\nancora\n\nDue', [{ paragraph: 'Uno\nancora' }, { paragraph: 'Due' }]],
  [
    'Servono:\n- un modulo\n- una foto\nFine',
    [{ paragraph: 'Servono:' }, { list: ['un modulo', 'una foto'] }, { paragraph: 'Fine' }],
  ],
  ['- una\n\n- altra', [{ list: ['una'] }, { list: ['altra'] }]],
  ['-5 gradi', [{ paragraph: '-5 gradi' }]],
] as const)('a text is parted into paragraphs and lists: %j', (text, blocks) => {
  expect(blocksOf(text)).toEqual(blocks)
})
