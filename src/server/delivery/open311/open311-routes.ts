import { Hono } from 'hono'
import { isLocale, type Locale } from '#domain/shared/words.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Installation } from '#server/boot.ts'
import { type Answer, type Format, problem, respond } from './answer.ts'
import type { Call, Handler, KeyedHandler } from './call.ts'
import { findJurisdiction } from './find-jurisdiction.ts'
import { findKey } from './find-key.ts'
import { listRequests, showRequest, showToken } from './list-requests.ts'
import { listUpdates } from './list-updates.ts'
import { gatherParameters, type Parameters } from './parameters.ts'
import { postRequest } from './post-request.ts'
import { postUpdate } from './post-update.ts'
import { limitBody, readBody } from './read-body.ts'
import { listServices, showService } from './services.ts'
import { showDiscovery } from './show-discovery.ts'
import { negotiate, readTarget, type Target } from './target.ts'

type Resource = { readonly get: Handler; readonly post?: KeyedHandler }

const lists: ReadonlyMap<string, Resource> = new Map([
  ['discovery', { get: showDiscovery }],
  ['services', { get: listServices }],
  ['requests', { get: listRequests, post: postRequest }],
  ['servicerequestupdates', { get: listUpdates, post: postUpdate }],
])

const items: ReadonlyMap<string, Resource> = new Map([
  ['services', { get: showService }],
  ['requests', { get: showRequest }],
  ['tokens', { get: showToken }],
])

/** What every call says besides its parameters. */
type Asked = { readonly request: Request; readonly url: URL; readonly format: Format; readonly locale: Locale }

/** Open311 GeoReport v2 with FixMyStreet's updates, at `/open311/v2/`. */
export function open311Routes(installation: Installation): Hono {
  const routes = new Hono()
  const limited = limitBody((request) => {
    const asked = readAsked(request)
    return respond(asked.format, problem(413, wordsOf(asked).problems.tooLarge))
  })
  routes.post('/open311/*', limited)
  routes.all('/open311/*', ({ req }) => serve(installation, req.raw))
  routes.onError((fault, { req }) => {
    const number = crypto.randomUUID().slice(0, 8)
    console.error(JSON.stringify({ fault: number, method: req.method, path: req.path }), fault)
    const asked = readAsked(req.raw)
    return respond(asked.format, problem(500, fill(wordsOf(asked).problems.fault, { number })))
  })
  return routes
}

async function serve(installation: Installation, request: Request): Promise<Response> {
  const asked = readAsked(request)
  const { problems } = wordsOf(asked)
  const target = readTarget(asked.url.pathname)
  const resource = target && resourceOf(target)
  if (!target || !resource) return respond(asked.format, problem(404, problems.notFound))
  if (target.format === null && negotiate(request.headers.get('accept') ?? undefined) === null) {
    return respond(asked.format, problem(406, problems.format))
  }
  const allowed = resource.post ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS'
  const open = { 'access-control-allow-origin': '*' }
  if (request.method === 'OPTIONS') {
    return new Response(null, { status: 204, headers: { ...open, allow: allowed, 'access-control-allow-methods': 'GET, HEAD' } })
  }
  if (request.method === 'GET' || request.method === 'HEAD') {
    return respond(asked.format, await get(installation, asked, target, resource), open)
  }
  if (request.method === 'POST' && resource.post) {
    return respond(asked.format, await post(installation, asked, resource.post))
  }
  return respond(asked.format, problem(405, fill(problems.method, { method: request.method })), { allow: allowed })
}

function resourceOf({ resource, item }: Target): Resource | undefined {
  return item === null ? lists.get(resource) : items.get(resource)
}

async function get(installation: Installation, asked: Asked, { item }: Target, resource: Resource): Promise<Answer> {
  const call = await openCall(installation, asked, gatherParameters([], asked.url.searchParams))
  return 'ok' in call ? call : resource.get(call, item ?? '')
}

/** Writing takes a key with that permission, and so many times an hour; whoever guesses keys is slowed down by address. */
async function post(installation: Installation, asked: Asked, handler: KeyedHandler): Promise<Answer> {
  const { problems } = wordsOf(asked)
  const body = await readBody(asked.request)
  if (!body.ok) return problem(body.refusal === 'mediaType' ? 415 : 400, problems[body.refusal])
  const call = await openCall(installation, asked, gatherParameters(body.value, asked.url.searchParams))
  if ('ok' in call) return call
  if (call.key === null) return problem(403, problems.keyMissing)
  if (!call.key.scopes.includes('open311:write')) return problem(403, fill(problems.keyScope, { scope: 'open311:write' }))
  if (!(await installation.limits.take('open311-write', call.key.key))) return problem(429, problems.tooMany)
  return handler({ ...call, key: call.key })
}

async function openCall(installation: Installation, asked: Asked, parameters: Parameters): Promise<Call | Answer> {
  const { world, limits } = installation
  const { problems } = wordsOf(asked)
  const jurisdiction = await findJurisdiction(world.directories, asked.url.hostname, parameters.one('jurisdiction_id'))
  if (!jurisdiction.ok) return problem(jurisdiction.refusal === 'jurisdictionMissing' ? 400 : 404, problems[jurisdiction.refusal])
  const { headers } = asked.request
  const bearer = /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? ''
  const key = await findKey(world, jurisdiction.value.tenant.id, parameters.one('api_key') || bearer)
  if (!key.ok) {
    const mayGuess = await limits.take('open311-write', headers.get('x-filo-client') ?? 'unknown')
    return mayGuess ? problem(403, problems[key.refusal]) : problem(429, problems.tooMany)
  }
  const forwarded = headers.get('x-forwarded-proto') ?? asked.url.protocol.slice(0, -1)
  return {
    installation,
    directory: jurisdiction.value,
    parameters,
    key: key.value,
    origin: `${forwarded === 'https' ? 'https' : 'http'}://${asked.url.host}`,
    locale: asked.locale,
    words: wordsOf(asked),
    reportWords: dictionary(asked.locale).reports,
    idempotencyKey: headers.get('idempotency-key')?.trim() ?? '',
  }
}

function readAsked(request: Request): Asked {
  const url = new URL(request.url)
  const format = readTarget(url.pathname)?.format ?? negotiate(request.headers.get('accept') ?? undefined) ?? 'xml'
  const wanted = url.searchParams.get('locale') ?? url.searchParams.get('lingua')
  const browsers = request.headers.get('accept-language')?.slice(0, 2).toLowerCase()
  const locale = isLocale(wanted) ? wanted : isLocale(browsers) ? browsers : 'it'
  return { request, url, format, locale }
}

function wordsOf({ locale }: Asked) {
  return dictionary(locale).open311
}
