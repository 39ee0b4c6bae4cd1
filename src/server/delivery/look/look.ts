import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { isColour } from '#domain/tenants/colour.ts'
import type { Installation } from '#server/boot.ts'
import { recolour } from './recolour.ts'

/** The colour in which the stylesheets are made: src/lib/styles/_brand.scss. */
const brand = '#005d6b'
const forGood = 'public, max-age=31536000, immutable'
const assets = join(import.meta.dirname, '../../../../build/client/_app/immutable/assets')
const mostColours = 50

/** The body's own colour over the common stylesheets, by an address that names it, and its crest. */
export function lookRoutes({ world }: Pick<Installation, 'world'>): Hono {
  const routes = new Hono()
  const made = new Map<string, Promise<string>>()
  routes.get('/aspetto/:file{[0-9a-f]{6}\\.css}', async (context) => {
    const colour = `#${context.req.param('file').slice(0, 6)}`
    const directory = await world.directories.ofHost(new URL(context.req.url).hostname)
    if (!isColour(colour) || directory?.tenant.settings.look?.colour !== colour) return context.json({ error: 'not found' }, 404)
    if (made.size >= mostColours) made.clear()
    const css = made.get(colour) ?? drawn(colour)
    made.set(colour, css)
    return context.body(await css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': forGood })
  })
  routes.get('/aspetto/stemma', async (context) => {
    const directory = await world.directories.ofHost(new URL(context.req.url).hostname)
    const crest = directory?.tenant.settings.look?.crest
    if (!crest) return context.json({ error: 'not found' }, 404)
    const headers = { 'content-type': 'image/png', 'cache-control': forGood }
    return context.body(new Uint8Array(Buffer.from(crest, 'base64')), 200, headers)
  })
  return routes
}

async function drawn(colour: string): Promise<string> {
  const names = (await readdir(assets)).filter((name) => name.endsWith('.css')).toSorted()
  const sheets = await Promise.all(names.map((name) => readFile(join(assets, name), 'utf8')))
  return recolour(sheets.join('\n'), brand, colour)
}
