import { gzipSync } from 'node:zlib'

export type Weight = {
  readonly name: string
  readonly html: number
  readonly css: number
  readonly js: number
  readonly fonts: number
}

/** What a page makes a browser fetch before anything is done with it: kilobytes after gzip (fonts as they are). */
export async function measureBytes(url: string, number: string): Promise<readonly Weight[]> {
  const cookie = await startWizard(url)
  const pages: readonly (readonly [name: string, path: string])[] = [
    ['home', '/'],
    ['wizard, step 1', '/segnala'],
    ['wizard, step 2', '/segnala/dati'],
    ['list', '/segnalazioni'],
    ['map', '/segnalazioni/mappa'],
    ['report page', `/segnalazioni/${number}`],
    ['staff sign-in', '/operatori/accedi'],
  ]
  return Promise.all(pages.map(([name, path]) => weigh(name, url, path, cookie)))
}

/** The cookie of a draft, with which the wizard's second step can be asked for. */
export async function startWizard(url: string): Promise<string> {
  const body = new URLSearchParams({ kind: 'problem', privacy: 'on' })
  const answer = await fetch(`${url}/segnala`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: url, accept: 'text/html' },
  })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function weigh(name: string, url: string, path: string, cookie: string): Promise<Weight> {
  const answer = await fetch(url + path, { headers: { cookie, accept: 'text/html' } })
  const html = await answer.text()
  const of = async (pattern: RegExp, packed = true) => {
    const links = new Set([...html.matchAll(pattern)].map(([, link = '']) => new URL(link, url + path).href))
    const bodies = await Promise.all([...links].map(async (link) => Buffer.from(await (await fetch(link)).arrayBuffer())))
    return kilobytes(bodies.reduce((sum, body) => sum + (packed ? gzipSync(body, { level: 9 }).length : body.length), 0))
  }
  return {
    name,
    html: kilobytes(gzipSync(html, { level: 9 }).length),
    css: await of(/<link[^>]+href="([^"]+\.css)"/g),
    js: await of(/(?:<link[^>]+rel="modulepreload"[^>]*|<script[^>]+src=|import\()\s*(?:href=)?"([^"]+\.js)"/g),
    fonts: await of(/<link[^>]+href="([^"]+\.woff2)"/g, false),
  }
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 102.4) / 10
}
