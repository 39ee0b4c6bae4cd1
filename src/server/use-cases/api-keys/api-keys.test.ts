import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportId } from '#domain/shared/id.ts'
import { findKey } from '#server/delivery/open311/find-key.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { findApiKey, listApiKeys } from '#server/storage/api-keys.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
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
    const created = await createApiKey(town.world, town.tenant, {
      by: town.admin,
      name: 'App',
      scopes: ['open311:write', 'open311:write'],
    })
    if (!created.ok) throw new Error(created.refusal)
    expect(created.value.secret).toMatch(/^filo_[\w-]{43}$/)
    expect(await find(created.value.secret)).toEqual({ id: created.value.id, scopes: ['open311:write'], usedAt: null })
    const kept = JSON.stringify(await town.world.read(town.tenant, listApiKeys))
    expect(kept).not.toContain(created.value.secret)
  })

  test('may bring its own secret', async () => {
    const created = await createApiKey(town.world, town.tenant, {
      by: town.admin,
      name: 'Demo',
      scopes: ['open311:read'],
      secret: 'brought-along',
    })
    expect(created).toMatchObject({ ok: true, value: { secret: 'brought-along' } })
  })

  test('opens nothing once it is revoked, and is revoked once', async () => {
    const created = await createApiKey(town.world, town.tenant, {
      by: town.admin,
      name: 'Old',
      scopes: ['open311:read'],
    })
    if (!created.ok) throw new Error(created.refusal)
    expect(await revokeApiKey(town.world, town.tenant, { by: town.admin, id: created.value.id })).toEqual({
      ok: true,
      value: null,
    })
    expect(await find(created.value.secret)).toBeNull()
    expect(await revokeApiKey(town.world, town.tenant, { by: town.admin, id: created.value.id })).toEqual({
      ok: false,
      refusal: 'no_such_key',
    })
    const again = await createApiKey(town.world, town.tenant, {
      by: town.admin,
      name: 'Again',
      scopes: ['open311:read'],
      secret: created.value.secret,
    })
    expect(again).toEqual({ ok: false, refusal: 'secret_taken' })
  })

  test.each([
    ['name_missing', { name: ' ', scopes: ['open311:read'] }],
    ['name_too_long', { name: 'x'.repeat(101), scopes: ['open311:read'] }],
    ['not_yours', { by: { kind: 'author', report: 'r' as ReportId }, name: 'App', scopes: ['open311:read'] }],
    ['scope_missing', { name: 'App', scopes: [] }],
    ['scope_unknown', { name: 'App', scopes: ['open311:read', 'everything'] }],
    ['secret_taken', { name: 'App', scopes: ['open311:read'], secret: 'brought-along' }],
  ] as const)('is refused: %s', async (refusal, ask) => {
    expect(await createApiKey(town.world, town.tenant, { by: town.admin, ...ask })).toEqual({ ok: false, refusal })
  })

  test('is part of the history, without its secret, and never comes back', async () => {
    const created = await createApiKey(town.world, town.tenant, { by: town.admin, name: 'Told', scopes: ['open311:read'] })
    if (!created.ok) throw new Error(created.refusal)
    const { id, secret } = created.value
    expect(await revokeApiKey(town.world, town.tenant, { by: town.desk, id })).toEqual({ ok: false, refusal: 'not_yours' })
    await revokeApiKey(town.world, town.tenant, { by: town.admin, id })
    const page = { limit: 5, before: null }
    const changes = await town.world.read(town.tenant, (reader) => listSettingChanges(reader, { subject: 'key', id }, page))
    expect(changes).toMatchObject([
      { by: town.admin.account, before: { revokedAt: null }, after: { revokedAt: town.world.now().toISOString() } },
      { before: null, after: { name: 'Told', scopes: ['open311:read'] } },
    ])
    expect(JSON.stringify(changes)).not.toContain(hashToken(secret))
    const back = await revertSetting(town.world, town.tenant, { change: changes[0]?.id ?? '', by: town.admin })
    expect(back).toEqual({ ok: false, refusal: 'breaks_rule' })
    expect(await find(secret)).toBeNull()
  })

  test('tells when it was last shown', async () => {
    const created = await createApiKey(town.world, town.tenant, { by: town.admin, name: 'Used', scopes: ['open311:read'] })
    if (!created.ok) throw new Error(created.refusal)
    const { secret } = created.value
    const shown = town.world.now()
    expect((await findKey(town.world, town.tenant, secret)).ok).toBe(true)
    expect(await find(secret)).toMatchObject({ usedAt: shown })
    town.setNow(new Date(shown.getTime() + 60_000))
    await findKey(town.world, town.tenant, secret)
    expect(await find(secret)).toMatchObject({ usedAt: shown })
    town.setNow(new Date(shown.getTime() + 2 * 3_600_000))
    await findKey(town.world, town.tenant, secret)
    expect(await find(secret)).toMatchObject({ usedAt: town.world.now() })
  })
})
