import { listForIndexers } from '#server/queries/public/list-reports.ts'
import { siteMapOf } from '../(citizen)/site-map.server.ts'
import type { RequestHandler } from './$types'

const mostReports = 1000

export const GET: RequestHandler = async ({ locals, url }) => {
  const { installation, directory } = locals
  const reports = await installation.world.read(directory.tenant.id, (reader) => listForIndexers(reader, mostReports))
  const origin = url.origin.replaceAll('&', '&amp;')
  const entries = [
    ...(await siteMapOf(locals)).flatMap(({ links }) => links.map(({ href }) => `<url><loc>${origin}${href}</loc></url>`)),
    ...reports.map(
      ({ number, updatedAt }) =>
        `<url><loc>${origin}/segnalazioni/${number}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
    ),
  ]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
  return new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=600' },
  })
}
