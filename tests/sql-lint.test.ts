import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const server = join(root, 'src/server')
const migrations = readdirSync(join(server, 'storage/migrations'))
  .sort()
  .map((name) => readFileSync(join(server, 'storage/migrations', name), 'utf8').replace(/--.*$/gm, ''))
const schema = migrations.join('\n')

const reference = ['installation', 'tenant', 'tenant_host', 'account', 'session', 'password_token', 'rate_limit']
const tables = [...schema.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)].map(([, name = '', body = '']) => ({ name, body }))
const tenantTables = tables.filter(({ name }) => !reference.includes(name))

/** Two tables keep an open read policy, because they are searched by text or place (docs/decisions/0001-house.md). */
const openForReading = ['report', 'street']

describe('the schema', () => {
  test('knows every table as shared or as a tenant’s', () => {
    expect(tenantTables.length).toBeGreaterThan(15)
    expect(tenantTables.filter(({ body }) => !/^\s*tenant_id uuid not null/.test(body)).map(({ name }) => name)).toEqual([])
  })

  test('puts the tenant first in every key of a tenant’s table', () => {
    const keys = tenantTables.flatMap(({ name, body }) =>
      [...body.matchAll(/(primary key|unique|foreign key) \(([^)]*)\)/g)].map(([, kind = '', columns = '']) => ({
        name,
        kind,
        columns,
      })),
    )
    const toShared = ['owner_person_id', 'recorded_by', 'account_id', 'substitute_id', 'invited_by']
    const wrong = keys.filter(
      ({ kind, columns }) => !columns.startsWith('tenant_id') && !(kind === 'foreign key' && toShared.includes(columns)),
    )
    expect(keys.length).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  })

  test('puts the tenant first in every unique index of a tenant’s table', () => {
    const unique = [...schema.matchAll(/create unique index (\w+) on (\w+) \(([^)]*)\)/g)]
    const wrong = unique.filter(
      ([, , table = '', columns = '']) => !reference.includes(table) && !columns.startsWith('tenant_id'),
    )
    expect(wrong.map(([, name]) => name)).toEqual([])
  })

  test('has no sequences, identities, triggers or rules', () => {
    expect(
      schema.match(
        /\b(serial|bigserial|generated (always|by default) as identity|create sequence|create trigger|create rule)\b/gi,
      ),
    ).toBeNull()
  })

  test('forces row-level security on every tenant’s table', () => {
    const named = [...schema.matchAll(/alter table (\w+) force row level security/g)].map(([, name]) => name)
    const listed = [...schema.matchAll(/foreach name in array array\[([^\]]*)\]/g)].flatMap(
      ([, list = '']) => list.match(/\w+/g) ?? [],
    )
    const forced = new Set([...named, ...listed])
    expect(tenantTables.map(({ name }) => name).filter((name) => !forced.has(name))).toEqual([])
    expect([...schema.matchAll(/foreach name in array array\[([^\]]*)\]/g)].at(-1)?.[1]?.match(/\w+/g)).toEqual(openForReading)
  })
})

describe('every query on a tenant’s table', () => {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )
  /** Sweeps cross tenants on purpose, through `everyTenant` alone. */
  const crossing = ['citizens', 'drafts', 'files', 'salts'].map((what) => `jobs/handlers/sweep-${what}.ts`)

  test('that Kysely builds names the tenant', () => {
    const bare = files
      .filter((path) => !crossing.includes(path))
      .flatMap((path) => {
        const text = readFileSync(join(server, path), 'utf8')
        return [...text.matchAll(/\.(selectFrom|updateTable|deleteFrom)\('(\w+)(?: as \w+)?'\)/g)]
          .filter(([, , table = '']) => tenantTables.some(({ name }) => name === table))
          .filter(({ index }) => !/tenant_id|whereMatches/.test(statementFrom(text, index)))
          .map(([call]) => `${relative(root, join(server, path))}: ${call}`)
      })
    expect(bare).toEqual([])
  })

  test('that is written in SQL names the tenant', () => {
    const bare = files
      .filter((path) => !crossing.includes(path))
      .flatMap((path) => {
        const text = readFileSync(join(server, path), 'utf8')
        return [...text.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)]
          .filter(([, statement = '']) =>
            tenantTables.some(({ name }) => new RegExp(`\\b(from|join|update|into)\\s+${name}\\b`).test(statement)),
          )
          .filter(([, statement = '']) => !/tenant_id|\$\{where|\$\{match/.test(statement))
          .map(([, statement = '']) => `${path}: ${statement.trim().slice(0, 80)}`)
      })
    expect(bare).toEqual([])
  })
})

/** From a call to the end of its chain: the first line that stands no deeper than the statement began. */
function statementFrom(text: string, index: number): string {
  const start = text.lastIndexOf('\n', text.lastIndexOf('db', index)) + 1
  const rest = text.slice(start)
  const end = rest.search(/\n\s*\.execute|\n\}/)
  return rest.slice(0, end < 0 ? undefined : end + 40)
}
