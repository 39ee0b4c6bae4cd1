import { mostFiles } from '#domain/reports/submission.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type DocumentRefusal, inspectDocument } from '#server/gateways/documents.ts'
import type { ImageRefusal } from '#server/gateways/images.ts'
import {
  type Attachment,
  insertAttachment,
  listDraftAttachments,
  photoKey,
  photoSizes,
  storedKeys,
} from '#server/storage/attachments.ts'
import type { Tx } from '#server/storage/database.ts'
import { lockDraft, touchDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** A file as it came, and whether the person gave it as a photo or as a document. */
export type AddDraftFile = {
  readonly draft: DraftId
  readonly kind: Attachment['kind']
  readonly bytes: Uint8Array
  readonly name: string
}

export type AddDraftFileRefusal = ImageRefusal | DocumentRefusal | 'too-many-files' | 'draft_gone'

const longestName = 120

/** A file is stored as soon as it is given: looked at by its content, photos made anew in three sizes; a refused one leaves no byte behind. */
export async function addDraftFile(
  world: World,
  tenant: TenantId,
  ask: AddDraftFile,
): Promise<Result<Attachment, AddDraftFileRefusal>> {
  const held = await world.read(tenant, (reader) => listDraftAttachments(reader, ask.draft))
  if (!hasRoom(held, ask.kind)) return refuse('too-many-files')
  const stored = ask.kind === 'photo' ? await storePhotoOf(world, ask) : await storeDocument(world, ask)
  if (!stored.ok) return stored
  const claimed = await claim(world, tenant, stored.value).catch(async (fault) => {
    await discard(world, stored.value)
    throw fault
  })
  if (!claimed.ok) await discard(world, stored.value)
  return claimed
}

function claim(
  world: World,
  tenant: TenantId,
  attachment: Attachment & { readonly draft: DraftId },
): Promise<Result<Attachment, AddDraftFileRefusal>> {
  return world.transaction(tenant, async (tx: Tx) => {
    if (!(await lockDraft(tx, attachment.draft))) return refuse('draft_gone')
    const held = await listDraftAttachments(tx, attachment.draft)
    if (!hasRoom(held, attachment.kind)) return refuse('too-many-files')
    const placed = { ...attachment, position: (held.at(-1)?.position ?? -1) + 1 }
    await insertAttachment(tx, placed)
    await touchDraft(tx, attachment.draft, world.now())
    return done(placed)
  })
}

async function storePhotoOf(world: World, ask: AddDraftFile): Promise<Result<Draftable, ImageRefusal>> {
  const prepared = await world.images.prepare(ask.bytes)
  if (!prepared.ok) return prepared
  const { sizes, mediaType, place } = prepared.value
  const plain = unclaimed(world, ask, { mediaType, bytes: sizes.large.bytes.length })
  const photo = { ...plain, width: sizes.large.width, height: sizes.large.height, foundPlace: place }
  try {
    for (const size of photoSizes) await world.files.put(photoKey(photo.key, size), sizes[size].bytes, mediaType)
  } catch (fault) {
    await discard(world, photo)
    throw fault
  }
  return done(photo)
}

async function storeDocument(world: World, ask: AddDraftFile): Promise<Result<Draftable, DocumentRefusal>> {
  const inspected = await inspectDocument(ask.bytes)
  if (!inspected.ok) return inspected
  const { mediaType } = inspected.value
  const attachment = unclaimed(world, ask, { mediaType, bytes: ask.bytes.length })
  await world.files.put(attachment.key, ask.bytes, mediaType)
  return done(attachment)
}

type Draftable = Attachment & { readonly draft: DraftId }

function unclaimed(world: World, ask: AddDraftFile, made: { readonly mediaType: string; readonly bytes: number }): Draftable {
  return {
    id: world.newId<'attachment'>(),
    draft: ask.draft,
    report: null,
    message: null,
    kind: ask.kind,
    key: world.newId<'storage-key'>(),
    name: ask.name.slice(-longestName),
    ...made,
    width: null,
    height: null,
    foundPlace: null,
    sourceUrl: null,
    moderation: 'pending',
    fromAuthor: true,
    position: 0,
    at: world.now(),
  }
}

function hasRoom(held: readonly Attachment[], kind: Attachment['kind']): boolean {
  return held.filter((one) => one.kind === kind).length < mostFiles[kind]
}

async function discard(world: World, attachment: Attachment): Promise<void> {
  for (const key of storedKeys(attachment)) await world.files.remove(key)
}
