import { done, type Result } from '#domain/shared/result.ts'
import type { ImageRefusal } from '#server/gateways/images.ts'
import { type Attachment, photoKey, photoSizes, storedKeys } from '#server/storage/attachments.ts'
import type { World } from '#server/world.ts'

/** A picture as it came: its bytes, what it was called, and where it lay if a program named it by address. */
export type StorePhoto = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly sourceUrl: string | null
  readonly position: number
}

/** Makes our own three sizes of a picture and stores them; they are nobody's until a report claims them in its transaction. */
export async function storePhoto(
  world: Pick<World, 'images' | 'files' | 'newId' | 'now'>,
  ask: StorePhoto,
): Promise<Result<Attachment, ImageRefusal>> {
  const prepared = await world.images.prepare(ask.bytes)
  if (!prepared.ok) return prepared
  const { sizes, mediaType } = prepared.value
  const key: string = world.newId<'storage-key'>()
  for (const size of photoSizes) await world.files.put(photoKey(key, size), sizes[size].bytes, mediaType)
  return done({
    id: world.newId<'attachment'>(),
    draft: null,
    report: null,
    message: null,
    kind: 'photo',
    key,
    name: ask.name,
    mediaType,
    bytes: sizes.large.bytes.length,
    width: sizes.large.width,
    height: sizes.large.height,
    foundPlace: null,
    sourceUrl: ask.sourceUrl,
    moderation: 'pending',
    fromAuthor: true,
    position: ask.position,
    at: world.now(),
  })
}

/** Takes back the bytes of pictures that no report claimed. */
export async function discardPhotos(world: Pick<World, 'files'>, photos: readonly Attachment[]): Promise<void> {
  for (const key of photos.flatMap(storedKeys)) await world.files.remove(key)
}
