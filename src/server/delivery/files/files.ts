import { type Context, Hono } from 'hono'
import { type AttachmentId, isId } from '#domain/shared/id.ts'
import type { Installation } from '#server/boot.ts'
import { type FoundFile, findFile } from '#server/queries/files/find-file.ts'
import { photoKey, photoSizes } from '#server/storage/attachments.ts'
import { type FileAccess, fileAccess } from './file-access.ts'

/** A photo that the desk hides again is gone from caches after a day. */
const publicCache = 'public, max-age=86400, immutable'
const privateCache = 'private, max-age=3600'

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
    const tag = `"${key}"`
    if (asksFor(context, tag)) return context.body(null, 304, { etag: tag, 'cache-control': cacheOf(access) })
    const bytes = await world.files.get(key)
    return bytes ? context.body(new Uint8Array(bytes), 200, headers(file, tag, access)) : nothing(context)
  })
  return routes
}

/** The same answer for what is not there and for what is not for this person. */
function nothing(context: Context): Response {
  return context.json({ error: 'not found' }, 404, { 'cache-control': 'private, no-store' })
}

function storedKey({ kind, key }: FoundFile, asked: string): string | null {
  if (kind === 'document') return asked === 'document' ? key : null
  const size = photoSizes.find((one) => one === asked)
  return size ? photoKey(key, size) : null
}

function asksFor(context: Context, tag: string): boolean {
  const known = context.req.header('if-none-match') ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

function headers(file: FoundFile, tag: string, access: FileAccess): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-disposition': file.kind === 'document' ? `attachment; ${fileName(file.name)}` : 'inline',
    'cache-control': cacheOf(access),
    etag: tag,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(access === 'private' && { 'cross-origin-resource-policy': 'same-origin', 'x-robots-tag': 'noindex' }),
  }
}

function cacheOf(access: FileAccess): string {
  return access === 'public' ? publicCache : privateCache
}

/** The name twice, as RFC 6266 asks: plain for old clients, whole for the others. */
function fileName(name: string): string {
  const plain = name.replace(/[^\w.\- ]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
