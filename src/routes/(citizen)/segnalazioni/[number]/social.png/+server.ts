import { error } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { drawSocialPicture } from '#server/gateways/social-picture.ts'
import { readPublicReport } from '#server/queries/public/read-report.ts'
import type { RequestHandler } from './$types'

/** Drawing takes a tenth of a second: the last pictures are kept, each for its version of the report. */
const kept = new Map<string, Promise<Uint8Array>>()
const mostKept = 200

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { installation, directory, words } = locals
  const { id, settings } = directory.tenant
  const report = /^[1-9]\d{0,11}$/.test(params.number)
    ? await installation.world.read(id, (reader) => readPublicReport(reader, Number(params.number)))
    : null
  if (!report) error(404, words.errors.notFound)
  const etag = `"${report.number}-${report.version}-${locals.locale}"`
  const headers = { etag, 'cache-control': 'public, max-age=3600', 'content-type': 'image/png' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const picture = await keep(`${id} ${etag}`, () =>
    drawSocialPicture({
      body: settings.name,
      title: report.title,
      kicker: fill(words.publicPages.social.number, { number: report.number }),
      stage: words.reports.stage[report.stage],
    }),
  )
  return new Response(new Uint8Array(picture), { headers })
}

function keep(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const held = kept.get(name)
  if (held) return held
  const drawing = draw()
  kept.set(name, drawing)
  drawing.catch(() => kept.delete(name))
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return drawing
}
