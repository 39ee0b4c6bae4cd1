import type { RequestHandler } from './$types'

/** What is private stays out of the indexes; it is not protected by this. */
const closed = ['/operatori', '/segui/', '/segnala/', '/sviluppo/', '/open311/', '/mappa/']

export const GET: RequestHandler = ({ url }) => {
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${url.origin}/sitemap.xml`, '']
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
