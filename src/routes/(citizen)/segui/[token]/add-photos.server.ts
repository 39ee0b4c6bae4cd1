import { may } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { fill } from '#lib/messages/fill.ts'
import { type ImageRefusal, mostImageBytes } from '#server/gateways/images.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import {
  type AddAuthorPhotos,
  type AddAuthorPhotosRefusal,
  addAuthorPhotos,
  authorPhotos,
} from '#server/use-cases/author/add-author-photos.ts'
import { discardPhotos, storePhoto } from '#server/use-cases/reports/store-photo.ts'

export type PhotosProblem = AddAuthorPhotosRefusal | ImageRefusal

type Asked = Omit<AddAuthorPhotos, 'photos'> & { readonly photos: readonly File[] }

type Added = { readonly done: Result<EventId, PhotosProblem>; readonly problems?: readonly string[]; readonly added?: number }

type Read = { readonly stored: readonly Attachment[]; readonly refused: readonly (readonly [string, ImageRefusal])[] }

/** Adds the photos that can be read and says of each other one why it cannot; no bytes stay of what was refused. */
export async function addPhotos(locals: App.Locals, report: Report, asked: Asked): Promise<Added> {
  const { world } = locals.installation
  const early = refusedAtOnce(report, asked)
  if (early) return { done: refuse(early) }
  const { stored, refused } = await readPhotos(locals, asked.photos)
  const problems = refused.map(([name, refusal]) => fill(locals.words.wizard.fileProblems[refusal], { name }))
  const [first] = refused
  if (stored.length === 0 && first) return { done: refuse(first[1]), problems }
  const done = await addAuthorPhotos(world, locals.directory.tenant.id, { ...asked, photos: stored })
  if (!done.ok) {
    await discardPhotos(world, stored)
    return { done }
  }
  return problems.length > 0 ? { done, problems, added: stored.length } : { done }
}

/** What can be told before a single picture is unpacked. */
function refusedAtOnce(report: Report, { by, seenVersion, photos }: Asked): AddAuthorPhotosRefusal | null {
  const allowed = may(by, 'add_photo', report)
  if (!allowed.ok) return allowed.refusal
  if (photos.length === 0) return 'photos_missing'
  if (photos.length > authorPhotos.atOnce) return 'photos_at_once'
  return seenVersion === report.version ? null : 'old_version'
}

async function readPhotos({ installation }: App.Locals, photos: readonly File[]): Promise<Read> {
  const stored: Attachment[] = []
  const refused: (readonly [string, ImageRefusal])[] = []
  for (const [position, file] of photos.entries()) {
    const name = file.name.replace(/\p{Cc}/gu, '').slice(0, 100) || 'photo'
    if (file.size > mostImageBytes) {
      refused.push([name, 'image-too-large'])
      continue
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const photo = await storePhoto(installation.world, { bytes, name, sourceUrl: null, position })
    if (photo.ok) stored.push(photo.value)
    else refused.push([name, photo.refusal])
  }
  return { stored, refused }
}
