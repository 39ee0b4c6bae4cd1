import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '#server/gateways/secrets.ts'
import { findApiKey, listApiKeys } from '#server/storage/api-keys.ts'
import { openTown, type Town } from '#tests/town.ts'
import { createApiKey } from './create-api-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const find = (secret: string) => town.world.read(town.tenant, (reader) => findApiKey(reader, hashToken(secret)))

describe('a key for a program', () => {
  test('opens what its scopes say, and is kept as a hash alone', async () => {
    const created = await createApiKey(town.world, town.tenant, { name: 'App', scopes: ['open311:write', 'open311:write'] })
    if (!created.ok) throw new Error(created.refusal)
    expect(created.value.secret).toMatch(/^filo_[\w-]{43}$/)
    expect(await find(created.value.secret)).toEqual({ id: created.value.id, scopes: ['open311:write'] })
    const kept = JSON.stringify(await town.world.read(town.tenant, listApiKeys))
    expect(kept).not.toContain(created.value.secret)
  })

  test('may bring its own secret', async () => {
    const created = await createApiKey(town.world, town.tenant, {
      name: 'Demo',
      scopes: ['open311:read'],
      secret: 'brought-along',
    })
    expect(created).toMatchObject({ ok: true, value: { secret: 'brought-along' } })
  })

  test('opens nothing once it is revoked, and is revoked once', async () => {
    const created = await createApiKey(town.world, town.tenant, { name: 'Old', scopes: ['open311:read'] })
    if (!created.ok) throw new Error(created.refusal)
    expect(await revokeApiKey(town.world, town.tenant, created.value.id)).toEqual({ ok: true, value: null })
    expect(await find(created.value.secret)).toBeNull()
    expect(await revokeApiKey(town.world, town.tenant, created.value.id)).toEqual({ ok: false, refusal: 'no_such_key' })
    const again = await createApiKey(town.world, town.tenant, {
      name: 'Again',
      scopes: ['open311:read'],
      secret: created.value.secret,
    })
    expect(again).toEqual({ ok: false, refusal: 'secret_taken' })
  })

  test.each([
    ['name_missing', { name: ' ', scopes: ['open311:read'] }],
    ['scope_missing', { name: 'App', scopes: [] }],
    ['scope_unknown', { name: 'App', scopes: ['open311:read', 'everything'] }],
    ['secret_taken', { name: 'App', scopes: ['open311:read'], secret: 'brought-along' }],
  ] as const)('is refused: %s', async (refusal, ask) => {
    expect(await createApiKey(town.world, town.tenant, ask)).toEqual({ ok: false, refusal })
  })
})
