import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { it } from './it.ts'

const source = resolve(import.meta.dirname, '../..')
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('messages/') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(source, path), 'utf8'))
  .join('\n')

const known = new Set(code.match(/\w+/g))
/** Whatever is read of something by its name: `words.title`, `const { title } = words`. */
const named = new Set([
  ...[...code.matchAll(/\.\s*(\w+)/g)].map(([, name = '']) => name),
  ...[...code.matchAll(/(?:const|let) \{([^}]*)\}/g)].flatMap(([, names = '']) => names.match(/\w+/g) ?? []),
])
/** Whatever is looked into by a value: `words.stage[report.stage]`. */
const lookedInto = new Set([...code.matchAll(/(\w+)\)?(?:\?\.)?\[/g)].map(([, name = '']) => name))
/** Whole groups that are handed over, or looked into two steps deep. */
const wholly = ['templates.sample', 'desk.review']

function leaves(words: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words) || 'other' in words) return [path]
  return Object.entries(words).flatMap(([name, below]) => leaves(below, [...path, name]))
}

test('every sentence is said somewhere', () => {
  const dead = leaves(it).filter((path) => {
    const [group = '', name = ''] = path.slice(-2)
    const isKnown = name.split(/\W/).every((word) => known.has(word))
    const isHanded = lookedInto.has(group) || wholly.some((start) => path.join('.').startsWith(`${start}.`))
    return !isKnown || !(named.has(name) || isHanded)
  })
  expect(dead.map((path) => path.join('.'))).toEqual([])
})
