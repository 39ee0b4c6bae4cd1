import { Hono } from 'hono'
import { type AttachmentId, isId } from '#domain/shared/id.ts'
import type { Installation } from '#server/boot.ts'
import { type FoundFile, findFile } from '#server/queries/files/find-file.ts'
import { photoKey, photoSizes } from '#server/storage/attachments.ts'
import { answerFile, nothing } from './answer-file.ts'
import { fileAccess } from './file-access.ts'

/** A photo that the desk hides again is gone from caches after a day. */
const publicCache = 'public, max-age=86400, immutable'

/** Photos in their three sizes and documents, for whoever may have them; to all others they are not there. */
export function fileRoutes(installation: Pick<Installation, 'world'>): Hono {
  const { world } = installation
  const routes = new Hono()
  routes.get('/file/:attachment/:size', async (context) => {
    const id = context.req.param('attachment')
    const directory = await world.directories.ofHost(new URL(context.req.url).hostname)
    if (!directory || !isId(id)) return nothing(context)
    const file = await world.read(directory.tenant.id, (reader) => findFile(reader, id as AttachmentId))
    const key = file && storedKey(file, context.req.param('size'))
    if (!key) return nothing(context)
    const cookies = context.req.header('cookie') ?? null
    const access = await fileAccess(installation, directory, file, { cookies, key: context.req.query('chiave') })
    if (access === 'none') return nothing(context)
    return answerFile(context, world.files, { ...file, key, publicCache: access === 'public' ? publicCache : null })
  })
  return routes
}

function storedKey({ kind, key }: FoundFile, asked: string): string | null {
  if (kind === 'document') return asked === 'document' ? key : null
  const size = photoSizes.find((one) => one === asked)
  return size ? photoKey(key, size) : null
}
