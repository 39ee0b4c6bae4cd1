import { mostFiles } from '#domain/reports/submission.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { discardPhotos, storePhoto } from '#server/use-cases/reports/store-photo.ts'
import type { Problem, Problems } from './answer.ts'
import type { Call } from './call.ts'
import { plainText } from './parameters.ts'

const longestUrl = 2000

/** The pictures that a client names by address, each once; files and addresses together are as many as a form takes. */
export function readMediaUrls({ parameters, words }: Call, problems: Problem[]): readonly string[] {
  const urls = [...new Set(parameters.all('media_url').map(asUrl))]
  const good = urls.filter((url) => url !== null)
  if (good.length < urls.length) problems.push({ code: 400, description: words.problems.mediaUrl })
  if (good.length + parameters.files.length > mostFiles.photo) {
    problems.push({ code: 400, description: fill(words.problems.photos, { n: mostFiles.photo }) })
  }
  return good
}

function asUrl(text: string): string | null {
  if (text.length > longestUrl || !URL.canParse(text)) return null
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= longestUrl ? url.href : null
}

export type StoredPhotos =
  | { readonly ok: true; readonly value: readonly Attachment[] }
  | { readonly ok: false; readonly problems: Problems }

/** Makes our own pictures of the files that came along; if one is refused, none is kept. */
export async function storePhotos({ installation, parameters, words }: Call): Promise<StoredPhotos> {
  const stored: Attachment[] = []
  for (const [position, { field, file }] of parameters.files.entries()) {
    const picture = { bytes: new Uint8Array(await file.arrayBuffer()), name: nameOf(file), sourceUrl: null, position }
    const photo = await storePhoto(installation.world, picture)
    if (!photo.ok) {
      await discardPhotos(installation.world, stored)
      const values = { field: `${field} (${nameOf(file)})`, reason: words.photos[photo.refusal] }
      return { ok: false, problems: [{ code: 400, description: fill(words.problems.photo, values) }] }
    }
    stored.push(photo.value)
  }
  return { ok: true, value: stored }
}

function nameOf(file: File): string {
  return plainText(file.name).slice(0, 120) || 'photo'
}
