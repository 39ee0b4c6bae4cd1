import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { it } from './it.ts'

const source = resolve(import.meta.dirname, '../..')

test('the privacy notice names every cookie that is set, and no other', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .join('\n')
  const set = [...code.matchAll(/\w+Cookie = '(\w+)'/g)].map(([, name]) => name)
  expect(it.legal.privacy.cookies.list.map(({ name }) => name).toSorted()).toEqual([...new Set(set)].toSorted())
})
