import { error } from '@sveltejs/kit'

/** What decides whether the letters of the folder may be shown: they hold private links. */
type Asked = {
  readonly mailUrl: string | undefined
  readonly trustProxy: boolean
  readonly origin: string
  readonly hostname: string
  readonly clientAddress: string
  readonly headers: Headers
}

const loopbackName = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/
const loopbackAddress = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const

/** Letters are shown to whoever sits at this very machine, on an installation that neither sends mail nor has a public address. */
export function mayShowLetters({ mailUrl, trustProxy, origin, hostname, clientAddress, headers }: Asked): boolean {
  return (
    mailUrl === undefined &&
    !trustProxy &&
    loopbackName.test(new URL(origin).hostname) &&
    loopbackName.test(hostname) &&
    loopbackAddress.test(clientAddress) &&
    !ofProxies.some((name) => headers.has(name))
  )
}

/** The folder of the letters; to everybody else the page does not exist. */
export function openOutbox(event: { readonly locals: App.Locals; readonly url: URL; readonly request: Request }): string {
  const { config } = event.locals.installation
  const { hostname } = event.url
  const { clientAddress, words } = event.locals
  if (!mayShowLetters({ ...config, hostname, clientAddress, headers: event.request.headers })) error(404, words.errors.notFound)
  return config.mailFolder
}
