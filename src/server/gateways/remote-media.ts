import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { isPublicAddress } from './public-address.ts'

/** `unreachable` may pass (the other side is down or out of order); the others stay as they are. */
export type RemoteMediaRefusal = 'url-refused' | 'too-large' | 'too-slow' | 'not-found' | 'unreachable'

/** Fetches the bytes behind an address that a stranger gave us. */
export type RemoteMedia = (url: string) => Promise<Result<Uint8Array, RemoteMediaRefusal>>

export type RemoteMediaPolicy = {
  /** `host:port` that may be fetched from although private or on another port. */
  readonly allowedHosts?: readonly string[]
  readonly mostBytes?: number
  readonly milliseconds?: number
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>
}

const mostRedirects = 3
const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/**
 * Never leads into our own network: the name is resolved once, every address of it must be public, and the connection
 * goes to those very addresses, so that a second answer of the name server changes nothing; the same again at each redirect.
 */
export async function fetchRemoteMedia(url: string, policy: RemoteMediaPolicy): Promise<Result<Uint8Array, RemoteMediaRefusal>> {
  const { milliseconds = 10_000 } = policy
  const overdue = AbortSignal.timeout(milliseconds)
  const late = new Promise<Result<Uint8Array, RemoteMediaRefusal>>((settle) =>
    overdue.addEventListener('abort', () => settle(refuse('too-slow')), { once: true }),
  )
  // The race is for what no signal stops: a name server that does not answer.
  return Promise.race([late, follow(url, policy, overdue)])
}

async function follow(
  url: string,
  policy: RemoteMediaPolicy,
  overdue: AbortSignal,
): Promise<Result<Uint8Array, RemoteMediaRefusal>> {
  let next = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const target = await checkTarget(next, policy)
    if (!target.ok) return target
    const answer = await ask(target.value, overdue)
    if (answer === null) return refuse(overdue.aborted ? 'too-slow' : 'unreachable')
    const location = isRedirect(answer) ? answer.headers.location : undefined
    if (location === undefined) return await readAnswer(answer, policy.mostBytes ?? 15 * 1024 * 1024, overdue)
    answer.destroy()
    if (!URL.canParse(location, next)) return refuse('url-refused')
    next = new URL(location, next).href
  }
  return refuse('url-refused')
}

type Target = { readonly url: URL; readonly addresses: readonly LookupAddress[] }

async function checkTarget(text: string, policy: RemoteMediaPolicy): Promise<Result<Target, RemoteMediaRefusal>> {
  if (!URL.canParse(text)) return refuse('url-refused')
  const url = new URL(text)
  const usualPort = usualPorts[url.protocol]
  if (usualPort === undefined || url.username !== '' || url.password !== '') return refuse('url-refused')
  const port = url.port === '' ? usualPort : url.port
  const isAllowed = policy.allowedHosts?.includes(`${url.hostname}:${port}`) ?? false
  if (!isAllowed && !Object.values(usualPorts).includes(port)) return refuse('url-refused')
  const addresses = await resolveHost(url.hostname.replace(/^\[|\]$/g, ''), policy)
  if (addresses.length === 0) return refuse('unreachable')
  const isPublic = addresses.every(({ address }) => isPublicAddress(address))
  return isAllowed || isPublic ? done({ url, addresses }) : refuse('url-refused')
}

async function resolveHost(host: string, { resolve }: RemoteMediaPolicy): Promise<readonly LookupAddress[]> {
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  return await (resolve ? resolve(host) : lookup(host, { all: true })).catch(() => [])
}

function ask({ url, addresses }: Target, signal: AbortSignal): Promise<IncomingMessage | null> {
  const pinned: LookupFunction = (_host, options, answer) => {
    const [first] = addresses
    if (options.all) answer(null, [...addresses])
    else answer(null, first?.address ?? '', first?.family)
  }
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'filo-diretto' }
  return new Promise((settle) => {
    const asked = request(url, { agent: false, lookup: pinned, headers, signal })
    asked.on('error', () => settle(null))
    asked.on('response', settle)
    asked.end()
  })
}

function isRedirect({ statusCode }: IncomingMessage): boolean {
  return statusCode !== undefined && [301, 302, 303, 307, 308].includes(statusCode)
}

async function readAnswer(
  answer: IncomingMessage,
  mostBytes: number,
  overdue: AbortSignal,
): Promise<Result<Uint8Array, RemoteMediaRefusal>> {
  const { statusCode = 0 } = answer
  const parts: Buffer[] = []
  let length = 0
  try {
    if (statusCode >= 500 || statusCode === 429) return refuse('unreachable')
    if (statusCode !== 200) return refuse('not-found')
    if (Number(answer.headers['content-length'] ?? 0) > mostBytes) return refuse('too-large')
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length
      if (length > mostBytes) return refuse('too-large')
      parts.push(part)
    }
    return done(Buffer.concat(parts))
  } catch {
    return refuse(overdue.aborted ? 'too-slow' : 'unreachable')
  } finally {
    answer.destroy()
  }
}
