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
    ['services', '/servizi'],
    ['service sheet', '/servizi/anagrafe-e-stato-civile/carta-di-identita-elettronica'],
    ['booking, step 1', '/prenota-appuntamento'],
    ['assistance', '/assistenza'],
    ['staff sign-in', '/operatori/accedi'],
  ]
  return Promise.all(pages.map(([name, path]) => weigh(name, url, path, cookie)))
}

/** The cookie of a draft, with which the wizard's second step can be asked for. */
export async function startWizard(url: string): Promise<string> {
  const body = new URLSearchParams({ kind: 'problem', privacy: 'on' })
  const answer = await fetch(`${url}/segnala?/start`, {
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
  if (!answer.ok || new URL(answer.url).pathname !== path) throw new Error(`${path} answered ${answer.status} at ${answer.url}`)
  const html = await answer.text()
  const linked = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, link = '']) => new URL(link, url + path).href)
  const [css, fonts] = await Promise.all(
    [linked(/<link[^>]+href="([^"]+\.css)"/g), linked(/<link[^>]+href="([^"]+\.woff2)"/g)].map(fetchAll),
  )
  const js = await withImports(linked(/(?:href=|src=|import\()"([^"]+\.js)"/g))
  return {
    name,
    html: kilobytes(gzipSync(html, { level: 9 }).length),
    css: kilobytes(sizeOf(css?.values() ?? [], true)),
    js: kilobytes(sizeOf(js.values(), true)),
    fonts: kilobytes(sizeOf(fonts?.values() ?? [], false)),
  }
}

async function fetchAll(links: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = await Promise.all(
    [...new Set(links)].map(async (link) => [link, Buffer.from(await (await fetch(link)).arrayBuffer())] as const),
  )
  return new Map(found)
}

/** Modules with all that they import at once; what they import later, as a map is, does not count. */
async function withImports(links: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const known = new Map<string, Buffer>()
  for (let open = links; open.length > 0; ) {
    const fetched = await fetchAll(open)
    for (const [link, body] of fetched) known.set(link, body)
    open = [...fetched]
      .flatMap(([link, body]) =>
        [...body.toString().matchAll(/(?:from|import)\s*"([^"]+\.js)"/g)].map(([, target = '']) => new URL(target, link).href),
      )
      .filter((link) => !known.has(link))
  }
  return known
}

function sizeOf(bodies: Iterable<Buffer>, packed: boolean): number {
  return [...bodies].reduce((sum, body) => sum + (packed ? gzipSync(body, { level: 9 }).length : body.length), 0)
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 102.4) / 10
}
