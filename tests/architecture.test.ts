import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map((path) => join(source, path))
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const code = files.filter((file) => !file.endsWith('.test.ts'))

/** The rings, and which of them each may import: `domain ← storage, gateways ← use-cases, queries ← jobs, delivery ← boot ← routes, entry`. */
const rings: readonly { readonly name: string; readonly path: RegExp; readonly may: readonly string[] }[] = [
  { name: 'domain', path: /^src\/domain\//, may: ['domain'] },
  { name: 'catalogue', path: /^src\/server\/jobs\/catalogue\.ts$/, may: ['domain'] },
  { name: 'gateways', path: /^src\/server\/gateways\//, may: ['domain', 'gateways'] },
  { name: 'storage', path: /^src\/server\/storage\//, may: ['domain', 'storage', 'catalogue'] },
  { name: 'config', path: /^src\/server\/config\.ts$/, may: ['domain'] },
  { name: 'world', path: /^src\/server\/world\.ts$/, may: ['domain', 'storage', 'gateways'] },
  { name: 'use-cases', path: /^src\/server\/use-cases\//, may: ['domain', 'storage', 'gateways', 'world', 'catalogue'] },
  { name: 'queries', path: /^src\/server\/queries\//, may: ['domain', 'storage', 'gateways', 'world', 'queries'] },
  { name: 'queue', path: /^src\/server\/jobs\/queue\.ts$/, may: ['domain', 'storage', 'catalogue'] },
  {
    name: 'handlers',
    path: /^src\/server\/jobs\/handlers\//,
    may: ['domain', 'storage', 'gateways', 'world', 'use-cases', 'queries', 'catalogue', 'queue', 'handlers', 'lib'],
  },
  {
    name: 'boot',
    path: /^src\/server\/boot\.ts$/,
    may: ['domain', 'storage', 'gateways', 'world', 'config', 'queue', 'catalogue', 'handlers'],
  },
  {
    name: 'delivery',
    path: /^src\/server\/delivery\//,
    may: ['domain', 'storage', 'gateways', 'world', 'use-cases', 'queries', 'boot', 'config', 'delivery', 'lib'],
  },
  { name: 'lib', path: /^src\/lib\//, may: ['domain', 'lib'] },
  {
    name: 'routes',
    path: /^src\/(routes\/|hooks\.server\.ts|app\.d\.ts)/,
    may: ['domain', 'storage', 'gateways', 'world', 'use-cases', 'queries', 'boot', 'config', 'delivery', 'lib', 'routes'],
  },
  {
    name: 'entry',
    path: /^src\/entry\//,
    may: ['domain', 'storage', 'gateways', 'world', 'use-cases', 'queries', 'boot', 'config', 'delivery'],
  },
]

function ringOf(file: string): string | undefined {
  const path = relative(root, file)
  return rings.find((ring) => ring.path.test(path))?.name
}

function importsOf(file: string): readonly string[] {
  const text = texts.get(file) ?? ''
  const named = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`]*?from\s+['"]([^'"]+)['"]/g),
    ...text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g),
  ]
  return named.flatMap(([, specifier = '']) => {
    const path = specifier.replace(/\?.*$/, '')
    if (path.startsWith('#')) return [join(source, path.replace(/^#/, ''))]
    return path.startsWith('.') ? [resolve(dirname(file), path)] : []
  })
}

describe('the house', () => {
  test('gives every file a ring', () => {
    expect(code.filter((file) => ringOf(file) === undefined).map((file) => relative(root, file))).toEqual([])
  })

  test('lets imports point inwards alone', () => {
    const wrong = code.flatMap((file) => {
      const ring = rings.find(({ name }) => name === ringOf(file))
      return importsOf(file)
        .filter((target) => target.startsWith(source))
        .filter((target) => !ring?.may.includes(ringOf(target) ?? '') && !target.includes('/routes/'))
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`)
    })
    expect(wrong).toEqual([])
  })

  test('keeps the server out of components and browsers', () => {
    const wrong = code
      .filter(
        (file) => /\/src\/(lib|domain)\//.test(file) || (file.includes('/routes/') && !/(\.server\.ts|\+server\.ts)$/.test(file)),
      )
      .flatMap((file) => {
        const text = texts.get(file) ?? ''
        const values = [...text.matchAll(/import\s+(type\s+)?[^'"]*?from\s+['"](#server\/[^'"]+)['"]/g)]
        return values.filter(([, type]) => !type).map(([, , target]) => `${relative(root, file)} → ${target}`)
      })
    expect(wrong).toEqual([])
  })

  test('has no import cycles', () => {
    expect(cycles()).toEqual([])
  })

  test('lets a use case never call a use case of another file', () => {
    const wrong = code
      .filter((file) => file.includes('/use-cases/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.includes('/use-cases/'))
          .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
      )
    expect(wrong).toEqual([])
  })

  test('keeps files under 300 lines', () => {
    const long = files.filter((file) => (texts.get(file) ?? '').split('\n').length > 301).map((file) => relative(root, file))
    expect(long).toEqual([])
  })

  test('reads the environment in one file', () => {
    const readers = code.filter((file) => /process\.env\b/.test(texts.get(file) ?? '')).map((file) => relative(root, file))
    expect(readers.filter((file) => !file.startsWith('src/entry/'))).toEqual([])
  })

  test('names a sentence above every export of the domain and of use cases', () => {
    const bare = code
      .filter((file) => /\/src\/(domain|server\/use-cases)\//.test(file))
      .flatMap((file) => {
        const lines = (texts.get(file) ?? '').split('\n')
        return lines.flatMap((line, at) =>
          /^export (async )?function /.test(line) && !(lines[at - 1] ?? '').trimEnd().endsWith('*/')
            ? [`${relative(root, file)}:${at + 1}`]
            : [],
        )
      })
    expect(bare).toEqual([])
  })

  test('names no municipality in code', () => {
    const named = code.filter((file) => /\bgenova\b|\bgenoa\b/i.test(texts.get(file) ?? '')).map((file) => relative(root, file))
    expect(named).toEqual([])
  })
})

function cycles(): readonly string[] {
  const state = new Map<string, 'open' | 'closed'>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'closed' || !texts.has(file)) return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].map((one) => relative(root, one)).join(' → '))
      return
    }
    state.set(file, 'open')
    for (const target of importsOf(file)) visit(target, [...path, file])
    state.set(file, 'closed')
  }
  for (const file of code) visit(file, [])
  return found
}
