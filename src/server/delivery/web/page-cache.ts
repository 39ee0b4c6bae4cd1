/** A page as it was rendered, for whoever asks within the same moment. */
type Held = {
  readonly until: number
  readonly body: string
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
}

/** Pages that are the same for everyone: a crowd that follows one link is served from one rendering a second. */
const sharedPages =
  /^\/($|segnalazioni(\/\d+)?$|amministrazione\/uffici(\/[\w-]+)?$|servizi(\/[\w-]+){0,3}$|argomenti(\/[\w-]+)?$|privacy$|valutazioni$|note-legali$)/
const lifetime = 1000
const most = 200

const held = new Map<string, Held>()

/** Whether a request asks for a page that does not depend on who asks. */
export function isShared(method: string, url: URL): boolean {
  return method === 'GET' && sharedPages.test(url.pathname) && !url.searchParams.has('lingua')
}

/** Gives the page that was rendered a moment ago, or renders it; what is not found is looked for anew each time. */
export async function remember(key: string, now: Date, render: () => Promise<Response>): Promise<Response> {
  const known = held.get(key)
  if (known && known.until > now.getTime())
    return new Response(known.body, { status: known.status, headers: headersOf(known.headers) })
  const rendered = await render()
  if (rendered.status !== 200) return rendered
  const page: Held = { until: now.getTime() + lifetime, body: await rendered.text(), status: 200, headers: [...rendered.headers] }
  held.delete(key)
  held.set(key, page)
  const [oldest] = held.keys()
  if (held.size > most && oldest !== undefined) held.delete(oldest)
  return new Response(page.body, { status: page.status, headers: headersOf(page.headers) })
}

function headersOf(headers: Held['headers']): Headers {
  return new Headers(headers.map(([name, value]): [string, string] => [name, value]))
}
