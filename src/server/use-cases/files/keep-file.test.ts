import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BodyFile, fileAddress } from '#domain/files/body-file.ts'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { readWrittenService, saveServiceDraft } from '#server/storage/service-drafts.ts'
import { changeSetting } from '#server/storage/settings/change-setting.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { keepFile } from './keep-file.ts'

let town: Town
let jpeg: Uint8Array
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)
const day = 86_400_000

beforeAll(async () => {
  town = await openTown()
  const plain = { width: 1000, height: 500, channels: 3, background: '#0a4' } as const
  jpeg = await sharp({ create: plain })
    .withExif({ IFD0: { Artist: 'Somebody' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => town.close())
beforeEach(() => town.setNow(monday))

const keep = (kind: 'picture' | 'document', name: string, bytes: Uint8Array, by = town.admin) =>
  keepFile(town.world, town.tenant, { by, kind, name, bytes })

async function kept(text: string): Promise<BodyFile> {
  const file = await keep('document', 'Modulo.pdf', pdf(text))
  if (!file.ok) throw new Error(file.refusal)
  return file.value
}

const isThere = async (file: BodyFile) =>
  (await town.world.read(town.tenant, (reader) => readFilesIn(reader, fileAddress(file)))).has(file.id)

async function keysInStore(): Promise<readonly string[]> {
  const keys: string[] = []
  for await (const { key } of town.world.files.list()) keys.push(key)
  return keys
}

test('a picture is made anew in three sizes without what it says of itself; a document stays as it came', async () => {
  const picture = await keep('picture', 'La sede.JPG', jpeg)
  expect(picture).toMatchObject({
    ok: true,
    value: { kind: 'picture', name: 'la-sede.jpg', mediaType: 'image/jpeg', width: 1000, height: 500 },
  })
  const stored = await Promise.all((await keysInStore()).map((key) => town.world.files.get(key)))
  const seen = await Promise.all(stored.map((bytes) => sharp(bytes ?? undefined).metadata()))
  expect(seen.map(({ width, exif }) => [width, exif]).toSorted()).toEqual([
    [1000, undefined],
    [320, undefined],
    [800, undefined],
  ])
  const document = await keep('document', 'modulo.docx', pdf('modulo'))
  expect(document).toMatchObject({ ok: true, value: { kind: 'document', name: 'modulo.pdf', mediaType: 'application/pdf' } })
})

test('the same file given twice, even at once, is one; another content is another', async () => {
  const before = (await keysInStore()).length
  const twice = await Promise.all([keep('document', 'a.pdf', pdf('same')), keep('document', 'a.pdf', pdf('same'))])
  expect(await keep('document', 'a.pdf', pdf('same'))).toEqual(twice[0])
  expect(twice[0]).toEqual(twice[1])
  expect(await keysInStore()).toHaveLength(before + 1)
  expect(await keep('document', 'a.pdf', pdf('other'))).not.toEqual(twice[0])
})

test.each([
  ['document-type', 'document', Buffer.from('MZ no document')],
  ['document-damaged', 'document', Buffer.from('%PDF-1.7\nhalf of i')],
  ['image-type', 'picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['image-damaged', 'picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
] as const)('refuses %s and leaves no byte', async (refusal, kind, bytes) => {
  const before = await keysInStore()
  expect(await keep(kind, 'modulo.pdf', bytes)).toMatchObject({ ok: false, refusal })
  expect(await keysInStore()).toEqual(before)
})

test('only whoever sets what names it may give a file', async () =>
  expect(await keep('document', 'a.pdf', pdf('desk'), town.desk)).toEqual({ ok: false, refusal: 'not_yours' }))

test('a body never has the file of another', async () => {
  const file = await kept('mine')
  const neighbour = await foundTenant(town.world, townPlan('files-neighbour'))
  expect((await town.world.read(neighbour, (reader) => readFilesIn(reader, fileAddress(file)))).size).toBe(0)
})

describe('the sweep', () => {
  const sweep = async (days: number) => {
    town.setNow(new Date(monday.getTime() + days * day))
    await town.installation.handlers['sweep.files']({})
    town.setNow(monday)
  }
  test('takes the bytes of what went, and leaves those of what is named', async () => {
    const before = await keysInStore()
    const named = await kept('named with bytes')
    await kept('nobody with bytes')
    await improve(town.world.newId<'improvement'>(), fileAddress(named))
    town.setNow(new Date(Date.now() + 400 * day))
    await town.installation.handlers['sweep.files']({})
    const after = await keysInStore()
    expect(after.filter((key) => !before.includes(key))).toHaveLength(1)
    expect(await isThere(named)).toBe(true)
  })

  const improve = (id: string, href: string | null) =>
    town.world.transaction(town.tenant, (tx) =>
      changeSetting(town.world, tx, {
        subject: 'improvement',
        id,
        by: town.admin,
        seen: null,
        value: href === null ? null : { subject: null, day: '2026-05-01', text: { it: `Vedi ${href}` } },
      }),
    )

  test('lets go of a file that nothing names, after a month', async () => {
    const file = await kept('nobody')
    await sweep(29)
    expect(await isThere(file)).toBe(true)
    await sweep(31)
    expect(await isThere(file)).toBe(false)
  })

  test('keeps what is named, in earnest or in a draft of a service, and what could come back from the history', async () => {
    const [named, once, drafted] = [await kept('named'), await kept('once'), await kept('drafted')]
    const [now, gone] = [town.world.newId<'improvement'>(), town.world.newId<'improvement'>()]
    await improve(now, fileAddress(named))
    await improve(gone, fileAddress(once))
    await improve(gone, null)
    const service = town.world.newId<'service'>()
    const sheet = {
      ...blankSheet,
      title: { it: 'Prova' },
      conditions: { label: { it: 'Condizioni' }, href: fileAddress(drafted) },
    }
    const by = town.admin
    const begun = { code: 'swept', state: 'draft' as const, featured: false, sheet: { ...sheet, conditions: null } }
    await town.world.transaction(town.tenant, (tx) =>
      changeSetting(town.world, tx, { subject: 'service', id: service, by, seen: null, value: begun }),
    )
    await town.world.transaction(town.tenant, (tx) =>
      saveServiceDraft(tx, service, { draft: { featured: false, sheet }, at: monday, by: town.admin.account }),
    )
    await sweep(400)
    expect(await Promise.all([named, once, drafted].map(isThere))).toEqual([true, true, true])
    expect((await town.world.read(town.tenant, (reader) => readWrittenService(reader, service)))?.draft).not.toBeNull()
    await town.world.transaction(town.tenant, (tx) => saveServiceDraft(tx, service, null))
    await sweep(400)
    expect(await Promise.all([named, once, drafted].map(isThere))).toEqual([true, true, false])
  })
})
