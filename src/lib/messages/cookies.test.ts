import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { it } from './it.ts'

const source = resolve(import.meta.dirname, '../..')

/** Where cookies have their names. */
const places = ['hooks.server.ts', 'server/delivery/files', 'server/delivery/web']

test('the privacy notice names every cookie that is set, and no other', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => places.some((place) => path.startsWith(place)) && /\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .join('\n')
  const set = [...code.matchAll(/'(filo_\w+)'/g)].map(([, name]) => name)
  expect(it.legal.privacy.cookies.list.map(({ name }) => name).toSorted()).toEqual([...new Set(set)].toSorted())
})
