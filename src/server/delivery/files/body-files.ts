import { Hono } from 'hono'
import { fileAt } from '#domain/files/body-file.ts'
import type { Installation } from '#server/boot.ts'
import { staffOfRequest } from '#server/delivery/web/staff-session.ts'
import { findBodyFile } from '#server/queries/files/find-body-file.ts'
import { photoKey } from '#server/storage/attachments.ts'
import { answerFile, nothing } from './answer-file.ts'

/** An address never has another content, so browsers need not ask again; what is withdrawn is gone from shared caches after a day. */
const publicCache = 'public, max-age=2592000, s-maxage=86400, immutable'

/** Pictures and documents of the body: for everybody while something shown names them, else for its staff alone. */
export function bodyFileRoutes(installation: Pick<Installation, 'world'>): Hono {
  const { world } = installation
  const routes = new Hono()
  routes.get('/file/ente/:id/:form/:name', async (context) => {
    const asked = fileAt(context.req.path)
    const directory = await world.directories.ofHost(new URL(context.req.url).hostname)
    if (!directory || !asked) return nothing(context)
    const file = await world.read(directory.tenant.id, (reader) => findBodyFile(reader, asked.id))
    if (file?.name !== asked.name || (file.kind === 'document') !== (asked.form === 'document')) return nothing(context)
    const staff = file.shown ? null : await staffOfRequest(installation, directory, context.req.header('cookie') ?? null)
    if (!file.shown && !staff) return nothing(context)
    const key = asked.form === 'document' ? file.key : photoKey(file.key, asked.form)
    return answerFile(context, world.files, { ...file, key, publicCache: file.shown ? publicCache : null })
  })
  return routes
}
