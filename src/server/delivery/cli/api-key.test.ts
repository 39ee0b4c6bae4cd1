import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '#server/gateways/secrets.ts'
import { findApiKey } from '#server/storage/api-keys.ts'
import { openTown, type Town } from '#tests/town.ts'
import { apiKey } from './api-key.ts'
import { WrongUsage } from './command.ts'

let town: Town
let slug: string

beforeAll(async () => {
  town = await openTown()
  slug = town.directory.tenant.slug
})
afterAll(() => town.close())

async function run(...args: readonly string[]) {
  const printed: string[] = []
  const said: string[] = []
  const tools = {
    open: async () => town.installation,
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
  }
  return { code: await apiKey.run(args, tools), printed, said }
}

describe('api-key', () => {
  test('create prints the key and nothing else', async () => {
    const { code, printed, said } = await run('create', '--tenant', slug, '--name', 'App')
    expect({ code, said, lines: printed.length }).toEqual({ code: 0, said: [], lines: 1 })
    const found = await town.world.read(town.tenant, (reader) => findApiKey(reader, hashToken(printed[0] ?? '')))
    expect(found?.scopes).toEqual(['open311:read', 'open311:write'])
  })

  test('revoke ends the key that create made, and list shows it', async () => {
    const created = JSON.parse((await run('create', '--tenant', slug, '--name', 'Old', '--json')).printed[0] ?? '')
    expect(await run('revoke', '--tenant', slug, '--id', created.id)).toMatchObject({ code: 0, printed: [] })
    const { printed } = await run('list', '--tenant', slug, '--json')
    const listed = JSON.parse(printed[0] ?? '').find(({ id }: { id: string }) => id === created.id)
    expect(listed).toMatchObject({ name: 'Old', revokedAt: expect.any(String) })
    expect((await run('list', '--tenant', slug)).printed.join('\n')).toContain(created.id)
  })

  test.each([
    ['an unknown tenant', ['create', '--tenant', 'nowhere', '--name', 'App']],
    ['an unknown scope', ['create', '--tenant', 'SLUG', '--name', 'App', '--scopes', 'open311:read,all']],
    ['a key that is not there', ['revoke', '--tenant', 'SLUG', '--id', 'x']],
    ['a key that is not in use', ['revoke', '--tenant', 'SLUG', '--id', '019e1000-0000-7000-8000-000000000000']],
  ] as const)('refuses %s with a sentence and exit code 1', async (_, args) => {
    const { code, printed, said } = await run(...args.map((arg) => (arg === 'SLUG' ? slug : arg)))
    expect({ code, printed, sentences: said.length }).toEqual({ code: 1, printed: [], sentences: 1 })
  })

  test.each([[[]], [['make']], [['create', '--tenant', 't']], [['list']], [['revoke', '--tenant', 't']]] as const)(
    'is used wrongly with %j',
    async (args) => {
      await expect(run(...args)).rejects.toBeInstanceOf(WrongUsage)
    },
  )
})
