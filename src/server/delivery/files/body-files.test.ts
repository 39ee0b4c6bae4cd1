import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BodyFile, fileAddress } from '#domain/files/body-file.ts'
import { hashToken, randomToken } from '#server/gateways/secrets.ts'
import { saveFileUses } from '#server/storage/body-files.ts'
import { insertSession } from '#server/storage/sessions.ts'
import { keepFile } from '#server/use-cases/files/keep-file.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { bodyFileRoutes } from './body-files.ts'

let town: Town
let picture: BodyFile
let document: BodyFile
let cookie: string

beforeAll(async () => {
  town = await openTown()
  const plain = { width: 400, height: 300, channels: 3, background: '#0a4' } as const
  picture = await keep('picture', 'sede.png', await sharp({ create: plain }).png().toBuffer())
  document = await keep('document', 'modulo.pdf', Buffer.from('%PDF-1.7\nciao\n%%EOF\n'))
  const token = randomToken()
  const expiresAt = new Date(monday.getTime() + 86_400_000)
  await town.world.transaction(town.tenant, (tx) =>
    insertSession(tx, hashToken(token), { account: town.desk.account, seenAt: monday, expiresAt }, monday),
  )
  cookie = `filo_sessione=${token}`
})
afterAll(() => town.close())

async function keep(kind: 'picture' | 'document', name: string, bytes: Uint8Array): Promise<BodyFile> {
  const kept = await keepFile(town.world, town.tenant, { by: town.admin, kind, name, bytes })
  if (!kept.ok) throw new Error(kept.refusal)
  return kept.value
}

const get = (path: string, headers: Record<string, string> = {}, host = `${town.directory.tenant.slug}.filo.test`) =>
  bodyFileRoutes(town.installation).request(`http://${host}${path}`, { headers })

const name = (file: BodyFile, shown: boolean) =>
  town.world.transaction(town.tenant, (tx) =>
    saveFileUses(tx, { subject: 'venue', id: town.tenant }, { value: fileAddress(file), shown, now: monday }),
  )

test('a file that nothing shows is seen by staff alone, and kept by no shared cache', async () => {
  await name(picture, false)
  expect((await get(fileAddress(picture))).status).toBe(404)
  const seen = await get(fileAddress(picture, 'small'), { cookie })
  expect(seen.status).toBe(200)
  expect(seen.headers.get('cache-control')).toMatch(/^private/)
  expect(seen.headers.get('x-robots-tag')).toBe('noindex')
})

test('everybody has what is shown, for good, as what it is', async () => {
  await name(picture, true)
  for (const form of ['small', 'medium', 'large'] as const) {
    const { status, headers } = await get(fileAddress(picture, form))
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'image/jpeg', 'inline'])
    expect(headers.get('cache-control')).toContain('immutable')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  await name(document, true)
  const answer = await get(fileAddress(document))
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="modulo.pdf"')
  const again = await get(fileAddress(document), { 'if-none-match': answer.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect((await get(fileAddress(picture))).status).toBe(404)
})

test.each([
  ['another name', (address: string) => address.replace('modulo', 'altro')],
  ['another form', (address: string) => address.replace('/document/', '/large/')],
  ['another file', (address: string) => address.replace(/ente\/.{8}/, 'ente/00000000')],
  ['no file', () => '/file/ente/no/document/modulo.pdf'],
])('%s is not there', async (_, other) => {
  await name(document, true)
  expect((await get(other(fileAddress(document)))).status).toBe(404)
})

test('the site of another body does not have it', async () => {
  await name(document, true)
  await foundTenant(town.world, townPlan('elsewhere'))
  town.setNow(new Date(monday.getTime() + 2000))
  expect((await get(fileAddress(document), {}, 'elsewhere.filo.test')).status).toBe(404)
})
