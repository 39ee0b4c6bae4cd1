import type { Context } from 'hono'
import type { Files } from '#server/gateways/files.ts'

/** What is sent of a file, and how long everybody may keep it; null where it is for this person alone. */
export type AnsweredFile = {
  readonly key: string
  readonly kind: 'photo' | 'picture' | 'document'
  readonly name: string
  readonly mediaType: string
  readonly publicCache: string | null
}

const privateCache = 'private, max-age=3600'

/** Sends a file, or says that who asks has it already; a document is for download only. */
export async function answerFile(context: Context, files: Pick<Files, 'get'>, file: AnsweredFile): Promise<Response> {
  const tag = `"${file.key}"`
  const cache = file.publicCache ?? privateCache
  if (asksFor(context, tag)) return context.body(null, 304, { etag: tag, 'cache-control': cache })
  const bytes = await files.get(file.key)
  if (!bytes) return nothing(context)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': file.mediaType,
    'content-disposition': file.kind === 'document' ? `attachment; ${fileName(file.name)}` : 'inline',
    'cache-control': cache,
    etag: tag,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(file.publicCache === null && { 'cross-origin-resource-policy': 'same-origin', 'x-robots-tag': 'noindex' }),
  })
}

/** The same answer for what is not there and for what is not for this person. */
export function nothing(context: Context): Response {
  return context.json({ error: 'not found' }, 404, { 'cache-control': 'private, no-store' })
}

function asksFor(context: Context, tag: string): boolean {
  const known = context.req.header('if-none-match') ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** The name twice, as RFC 6266 asks: plain for old clients, whole for the others. */
function fileName(name: string): string {
  const plain = name.replace(/[^\w.\- ]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
