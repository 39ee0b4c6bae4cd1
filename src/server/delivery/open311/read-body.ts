import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { done, type Result, refuse } from '#domain/shared/result.ts'

const megabyte = 1024 * 1024

/** Five photos of 15 MB and what surrounds them. */
const mostOfFiles = 90 * megabyte
const mostOfText = megabyte

/** Refuses a body that is larger than its kind may be, before or while it is read. */
export function limitBody(onError: (request: Request) => Response): MiddlewareHandler {
  const refuseLarge = (context: { readonly req: { readonly raw: Request } }) => onError(context.req.raw)
  const ofFiles = bodyLimit({ maxSize: mostOfFiles, onError: refuseLarge })
  const ofText = bodyLimit({ maxSize: mostOfText, onError: refuseLarge })
  return (context, next) => (mediaTypeOf(context.req.raw) === 'multipart/form-data' ? ofFiles : ofText)(context, next)
}

/** The fields of a form, in either way of writing one. */
export async function readBody(request: Request): Promise<Result<FormData, 'mediaType' | 'body'>> {
  const type = mediaTypeOf(request)
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return refuse('mediaType')
  try {
    return done(await request.formData())
  } catch {
    return refuse('body')
  }
}

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
