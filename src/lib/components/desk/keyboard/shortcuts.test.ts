import { expect, test } from 'vitest'
import { readKeys, shortcuts } from './shortcuts.ts'

test('every key does one thing, and every thing has one key', () => {
  expect(new Set(shortcuts.map(({ keys }) => keys)).size).toBe(shortcuts.length)
  expect(new Set(shortcuts.map(({ command }) => command)).size).toBe(shortcuts.length)
})

test.each([
  ['j', 'next'],
  ['?', 'help'],
  ['g', 'unfinished'],
  ['g i', 'inbox'],
  ['g x', null],
  ['5', null],
])('%s is %s', (typed, command) => {
  expect(readKeys(typed)).toBe(command)
})

test('no key hides behind the first letter of another', () => {
  const singles = shortcuts.filter(({ keys }) => !keys.includes(' ')).map(({ keys }) => keys)
  expect(shortcuts.filter(({ keys }) => keys.includes(' ') && singles.includes(keys[0] ?? ''))).toEqual([])
})
