import { done, type Result } from '#domain/shared/result.ts'
import { type DocumentRefusal, inspectDocument } from '#server/gateways/documents.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import type { World } from '#server/world.ts'

/** Stores a document as it came, once its content says that it is one; it is nobody's until somebody claims it. */
export async function storeDocument(
  world: Pick<World, 'files' | 'newId' | 'now'>,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<Attachment, DocumentRefusal>> {
  const inspected = await inspectDocument(bytes)
  if (!inspected.ok) return inspected
  const { mediaType } = inspected.value
  const key: string = world.newId<'storage-key'>()
  await world.files.put(key, bytes, mediaType)
  return done({
    id: world.newId<'attachment'>(),
    draft: null,
    report: null,
    message: null,
    kind: 'document',
    key,
    name,
    mediaType,
    bytes: bytes.length,
    width: null,
    height: null,
    foundPlace: null,
    sourceUrl: null,
    moderation: 'pending',
    fromAuthor: false,
    position: 0,
    at: world.now(),
  })
}
