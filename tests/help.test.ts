import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { apiKey } from '#server/delivery/cli/api-key.ts'
import { migrateDatabase } from '#server/delivery/cli/migrate.ts'
import { services } from '#server/delivery/cli/services.ts'
import { staff } from '#server/delivery/cli/staff.ts'
import { tenant } from '#server/delivery/cli/tenant.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const door = read('filo')
const help = door.slice(door.indexOf("cat <<'TEXT'"), door.indexOf('\nTEXT\n'))
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)
/** The parts that a line of the help lists. */
const partsOf = (verb: string) =>
  (new RegExp(`\\./filo ${verb} \\[part\\].*?: ([^;]+);`).exec(help)?.[1] ?? '').split(', ').toSorted()

describe('./filo help', () => {
  test('names every verb of the front door and of the command line', () => {
    const ofDoor = namesIn(door, /^ {2}(\w+)\)$/gm)
    const list = read('src/entry/cli.ts')
    const verbs = list.slice(list.indexOf('const verbs'), list.indexOf('\n}\n'))
    const ofLine = namesIn(verbs, /^ {2}'?([\w-]+)'?: async/gm)
    expect(ofDoor.length).toBeGreaterThan(3)
    expect(ofLine).toContain('api-key')
    for (const verb of [...ofDoor, ...ofLine]) expect(help).toContain(`./filo ${verb}`)
  })

  test('names everything that each verb of the command line does', () => {
    for (const { usage } of [apiKey, migrateDatabase, services, staff, tenant])
      for (const action of namesIn(usage, /^([a-z][\w-]*(?: [a-z]+)?)(?= --|$)/gm)) expect(help).toContain(`./filo ${action}`)
  })

  test('names every part of the tests and of the benchmarks, and no other', () => {
    const tested = namesIn(read('tests/run.sh'), /^if wants (\w+);/gm)
    expect(partsOf('test')).toEqual(tested.toSorted())
    const bench = read('bench/run.ts')
    const parts = bench.slice(bench.indexOf('const parts'), bench.indexOf('\n}\n'))
    const alone = namesIn(/const alone = \[(.+)\]/.exec(bench)?.[1] ?? '', /'(\w+)'/g)
    expect(partsOf('bench')).toEqual([...namesIn(parts, /^ {2}(\w+): async/gm), ...alone].toSorted())
  })
})
