import { error } from '@sveltejs/kit'
import { type Handle, type HandleServerError, sequence } from '@sveltejs/kit/hooks'
import { isLocale, type Locale } from '#domain/shared/words.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { citizenCookie, citizenOf } from '#server/delivery/web/citizen-session.ts'
import { isShared, remember } from '#server/delivery/web/page-cache.ts'
import { staffOfRequest } from '#server/delivery/web/staff-session.ts'
import type { Directory } from '#server/storage/directory.ts'
import { guardWork } from './routes/guard-work.server.ts'

const localeCookie = 'filo_lingua'

const openTenant: Handle = async ({ event, resolve }) => {
  const installation = event.platform?.req.filo
  if (!installation) throw new Error('pages are served by the entry, which hands them the installation')
  const directory = await installation.world.directories.ofHost(event.url.hostname)
  if (!directory) error(404, dictionary('it').errors.noSuchBody)
  event.locals.installation = installation
  event.locals.directory = directory
  event.locals.clientAddress = event.getClientAddress()
  event.locals.staff = await staffOfRequest(installation, directory, event.request.headers.get('cookie'))
  event.locals.citizen = await citizenOf(installation, directory, event.cookies.get(citizenCookie(event.url)))
  return resolve(event)
}

const chooseLanguage: Handle = async ({ event, resolve }) => {
  const asked = event.url.searchParams.get('lingua')
  const kept = event.cookies.get(localeCookie)
  const locale: Locale = isLocale(asked) ? asked : isLocale(kept) ? kept : 'it'
  if (isLocale(asked) && asked !== kept) {
    const secure = event.url.protocol === 'https:'
    event.cookies.set(localeCookie, asked, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 365 * 86_400 })
  }
  event.locals.locale = locale
  event.locals.words = dictionary(locale)
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%lang%', locale).replace('</head>', `${ownSheet(event.locals.directory)}</head>`),
    preload: ({ type, path }) =>
      type === 'css' || type === 'js' || (type === 'font' && /titillium-web-latin-(400|700)-normal/.test(path)),
  })
}

/** The body’s own colour comes after the common stylesheets, whose rules it repeats. */
function ownSheet(directory: Directory | undefined): string {
  const colour = directory?.tenant.settings.look?.colour
  return colour ? `<link rel="stylesheet" href="/aspetto/${colour.slice(1)}.css" />` : ''
}

const shareMoment: Handle = async ({ event, resolve }) => {
  // Whoever is signed in is greeted by name.
  if (event.locals.citizen || !isShared(event.request.method, event.url)) return resolve(event)
  const { directory, locale, installation } = event.locals
  const key = `${directory.tenant.id} ${locale} ${event.url.href}`
  return remember(key, installation.world.now(), async () => resolve(event))
}

/** The one page that reads codes with the camera, where somebody lets it. */
const readsCodes = (route: string | null) => route === '/(staff)/operatori/(work)/agenda'

const secure: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  response.headers.set('x-content-type-options', 'nosniff')
  if (!response.headers.has('referrer-policy')) response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  const camera = readsCodes(event.route.id) ? '(self)' : '()'
  response.headers.set('permissions-policy', `geolocation=(self), camera=${camera}, microphone=(), browsing-topics=()`)
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache')
  return response
}

export const handle = sequence(openTenant, secure, chooseLanguage, guardWork, shareMoment)

/** A fault is logged with a number that the person can quote, and never described to them. */
export const handleError: HandleServerError = (caught) => {
  const { errors } = caught.event.locals.words ?? dictionary('it')
  const status = caught.kind === 'app' || caught.kind === 'framework' ? caught.error.status : null
  if (status === 413) return { message: errors.tooLong }
  if (caught.kind === 'app') return caught.error
  if (status === 404) return { message: errors.notFound }
  const number = crypto.randomUUID().slice(0, 8)
  console.error(
    JSON.stringify({ fault: number, method: caught.event.request.method, path: caught.event.url.pathname }),
    caught.error,
  )
  return { message: errors.fault, number }
}
