import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantId } from '#domain/shared/id.ts'
import { createApiKey } from '#server/use-cases/api-keys/create-api-key.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { publicReport } from '#tests/publish.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { type Client, type Fields, keyOf, openClient } from './client.ts'

let town: Town
let other: TenantId
let client: Client
let key: string
let otherKey: string
let number: number

const slug = 'other-town'
const pothole: Fields = [
  ['service_code', 'pothole'],
  ['lat', '44.05'],
  ['long', '9.05'],
  ['description', 'Una buca'],
]

beforeAll(async () => {
  town = await openTown()
  other = await foundTenant(town.world, townPlan(slug))
  town.setNow(new Date(monday.getTime() + 5000))
  client = openClient(town)
  key = await keyOf(town)
  const created = await createApiKey(town.world, other, {
    by: { kind: 'system' },
    name: 'other',
    scopes: ['open311:read', 'open311:write'],
  })
  if (!created.ok) throw new Error(created.refusal)
  otherKey = created.value.secret
  number = (await publicReport(town)).number
})
afterAll(() => town.close())

describe('with two bodies on one installation', () => {
  test.each([
    ['the host of one', undefined, '', 200],
    ['the host of one and its jurisdiction_id', undefined, 'OWN', 200],
    ['the host of one and the jurisdiction_id of the other', undefined, slug, 404],
    ['the host of one and an unknown jurisdiction_id', undefined, 'nowhere', 404],
    ['a host of nobody', 'api.filo.test', '', 400],
    ['a host of nobody and a jurisdiction_id', 'api.filo.test', slug, 200],
    ['a host of nobody and an unknown jurisdiction_id', 'api.filo.test', 'nowhere', 404],
  ] as const)('%s answers %4$i', async (_, host, jurisdiction, status) => {
    const id = jurisdiction === 'OWN' ? town.directory.tenant.slug : jurisdiction
    const seen = await openClient(town, host).get(`services.json?jurisdiction_id=${id}`)
    expect(seen.status).toBe(status)
    if (status !== 200) expect(seen.body[0]).toEqual({ code: status, description: expect.stringContaining('jurisdiction_id') })
  })

  test('a key of one opens nothing of the other', async () => {
    const there = openClient(town, `${slug}.filo.test`)
    expect((await there.get(`requests.json?api_key=${key}`)).status).toBe(403)
    expect((await there.post('requests.json', [['api_key', key], ...pothole])).status).toBe(403)
    expect((await there.post('requests.json', [['api_key', otherKey], ...pothole])).status).toBe(200)
  })

  test('reports and updates of one are not seen in the other', async () => {
    const there = openClient(town, `${slug}.filo.test`)
    expect((await client.get(`requests/${number}.json`)).body).toHaveLength(1)
    const mine = await there.get(`requests/${number}.json?api_key=${otherKey}`)
    expect(mine.body[0].description).toBe('Una buca')
    expect((await there.get('requests.json')).body).toEqual([])
    expect((await client.get('servicerequestupdates.json')).body).toHaveLength(1)
    expect((await there.get('servicerequestupdates.json')).body).toEqual([])
  })
})
