import { Hono } from 'hono'
import type { Installation } from '#server/boot.ts'
import { bodyFileRoutes } from './files/body-files.ts'
import { fileRoutes } from './files/files.ts'
import { healthRoutes } from './health/health.ts'
import { lookRoutes } from './look/look.ts'
import { mapRoutes } from './map/map.ts'
import { open311Routes } from './open311/open311-routes.ts'

const prefixes = ['/open311/', '/health/', '/metrics', '/file/', '/mappa/', '/aspetto/'] as const

/** What answers programs and browsers' requests for files and map data, before the pages; other paths are pages. */
export function isApiPath(path: string): boolean {
  return prefixes.some((prefix) => path.startsWith(prefix))
}

/** Puts the protocols together: Open311, files, map data, health. */
export function createApi(installation: Installation): Hono {
  const api = new Hono()
  api.route('/', healthRoutes(installation))
  api.route('/', fileRoutes(installation))
  api.route('/', bodyFileRoutes(installation))
  api.route('/', mapRoutes(installation))
  api.route('/', lookRoutes(installation))
  api.route('/', open311Routes(installation))
  api.notFound((context) => context.json({ error: 'not found' }, 404))
  api.onError((fault, context) => {
    const number = crypto.randomUUID().slice(0, 8)
    console.error(JSON.stringify({ fault: number, method: context.req.method, path: context.req.path }), fault)
    return context.json({ error: 'internal error', number }, 500)
  })
  return api
}
