import { type BodyFile, type BodyFileId, type BodyFileKind, fileName } from '#domain/files/body-file.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { contentId } from '#server/gateways/content-id.ts'
import { type DocumentRefusal, inspectDocument } from '#server/gateways/documents.ts'
import type { ImageRefusal } from '#server/gateways/images.ts'
import { photoKey, photoSizes } from '#server/storage/attachments.ts'
import { insertBodyFile, keysOfBodyFile, type StoredBodyFile, touchBodyFiles } from '#server/storage/body-files.ts'
import type { World } from '#server/world.ts'

/** A file as it came, and whether it was given as a picture or as a document. */
export type KeepFile = {
  readonly by: Actor
  readonly kind: BodyFileKind
  readonly name: string
  readonly bytes: Uint8Array
}

export type KeepFileRefusal = ImageRefusal | DocumentRefusal | 'not_yours'

/**
 * Keeps a file for what the body shows: looked at by its content, pictures made anew in three sizes; a refused one leaves no byte
 * behind. The same file given twice is one. Whoever sets what names it, administrators and the platform, may give it.
 */
export async function keepFile(world: World, tenant: TenantId, ask: KeepFile): Promise<Result<BodyFile, KeepFileRefusal>> {
  if (!holds(ask.by, 'administrator') && ask.by.kind !== 'system') return refuse('not_yours')
  const id: BodyFileId = contentId(`${ask.kind}/${ask.name}`, ask.bytes)
  const known = await world.transaction(tenant, (tx) => touchBodyFiles(tx, [id], world.now()))
  if (known) return done(known)
  const stored = ask.kind === 'picture' ? await storePicture(world, id, ask) : await storeDocument(world, id, ask)
  if (!stored.ok) return stored
  const { key, ...file } = stored.value
  const claimed = await claim(world, tenant, stored.value, ask.by).catch(async (fault) => {
    await discard(world, stored.value)
    throw fault
  })
  if (!claimed) await discard(world, stored.value)
  return done(file)
}

function claim(world: World, tenant: TenantId, file: StoredBodyFile, by: Actor): Promise<boolean> {
  const account = by.kind === 'staff' ? by.account : null
  return world.transaction(tenant, (tx) => insertBodyFile(tx, file, { by: account, at: world.now() }))
}

async function storePicture(world: World, id: BodyFileId, ask: KeepFile): Promise<Result<StoredBodyFile, ImageRefusal>> {
  const prepared = await world.images.prepare(ask.bytes)
  if (!prepared.ok) return prepared
  const { sizes, mediaType } = prepared.value
  const { width, height, bytes } = sizes.large
  const name = fileName(ask.name, 'jpg')
  const key: string = world.newId<'storage-key'>()
  const file = { id, kind: 'picture', key, name, mediaType, bytes: bytes.length, width, height } as const
  try {
    for (const size of photoSizes) await world.files.put(photoKey(key, size), sizes[size].bytes, mediaType)
  } catch (fault) {
    await discard(world, file)
    throw fault
  }
  return done(file)
}

async function storeDocument(world: World, id: BodyFileId, ask: KeepFile): Promise<Result<StoredBodyFile, DocumentRefusal>> {
  const inspected = await inspectDocument(ask.bytes)
  if (!inspected.ok) return inspected
  const { mediaType, extension } = inspected.value
  const key: string = world.newId<'storage-key'>()
  await world.files.put(key, ask.bytes, mediaType)
  const { length: bytes } = ask.bytes
  return done({ id, kind: 'document', key, name: fileName(ask.name, extension), mediaType, bytes, width: null, height: null })
}

async function discard(world: World, file: Pick<StoredBodyFile, 'kind' | 'key'>): Promise<void> {
  for (const key of keysOfBodyFile(file)) await world.files.remove(key)
}
