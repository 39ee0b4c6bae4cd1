import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchRemoteMedia, type RemoteMediaPolicy } from './remote-media.ts'

const picture = Buffer.alloc(200_000, 7)
const redirect = (response: ServerResponse, location: string) => response.writeHead(302, { location }).end('elsewhere')

/** A server that gives pictures and plays tricks. */
const tricks: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/photo.jpg': (response) => response.end(picture),
  '/once': (response) => redirect(response, '/photo.jpg'),
  '/twice': (response) => redirect(response, 'once'),
  '/thrice': (response) => redirect(response, `http://photos.example:${port}/twice`),
  '/four-times': (response) => redirect(response, '/thrice'),
  '/round': (response) => redirect(response, '/round'),
  '/nowhere': (response) => response.writeHead(302).end(),
  '/to-loopback': (response) => redirect(response, 'http://127.0.0.1/photo.jpg'),
  '/to-other-port': (response) => redirect(response, `http://127.0.0.1:${port}/photo.jpg`),
  '/to-metadata': (response) => redirect(response, 'http://169.254.169.254/latest/meta-data/'),
  '/to-decimal': (response) => redirect(response, 'http://2130706433/'),
  '/to-file': (response) => redirect(response, 'file:///etc/passwd'),
  '/to-nonsense': (response) => redirect(response, 'http://[::1'),
  '/endless': (response) => pour(response),
  '/too-long': (response) => response.writeHead(200, { 'content-length': '9000000' }).write('x'),
  '/slow': (response) => response.write('x'),
  '/cut': (response) => response.writeHead(200, { 'content-length': '1000' }).write('x', () => response.destroy()),
  '/silent': () => undefined,
  '/gone': (response) => response.writeHead(410).end(),
  '/forbidden': (response) => response.writeHead(403).end(),
  '/broken': (response) => response.writeHead(500).end(),
  '/busy': (response) => response.writeHead(429).end(),
}

function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write(picture));
  if (!response.destroyed) response.once('drain', () => pour(response))
}

const asked: IncomingMessage[] = []
const server = createServer((request, response) => {
  asked.push(request)
  const trick = tricks[request.url ?? '']
  if (trick) trick(response)
  else response.writeHead(404).end()
})
let port: number
let policy: RemoteMediaPolicy & { readonly resolved: string[] }

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked.length = 0
  const resolved: string[] = []
  policy = {
    allowedHosts: [`photos.example:${port}`],
    mostBytes: 1_000_000,
    resolved,
    resolve: async (host) => {
      resolved.push(host)
      return [{ address: '127.0.0.1', family: 4 }]
    },
  }
})

const fetchTrick = (path: string, change: Partial<RemoteMediaPolicy> = {}) =>
  fetchRemoteMedia(`http://photos.example:${port}${path}`, { ...policy, ...change })

describe('a picture elsewhere', () => {
  test('is fetched from the address that was checked, and its name is resolved once', async () => {
    expect(await fetchTrick('/photo.jpg')).toEqual({ ok: true, value: picture })
    expect(policy.resolved).toEqual(['photos.example'])
    expect(asked[0]?.headers.host).toBe(`photos.example:${port}`)
  })
  test.each([
    ['/once', 2],
    ['/twice', 3],
    ['/thrice', 4],
  ])('is followed: %s', async (path, requests) => {
    expect((await fetchTrick(path)).ok).toBe(true)
    expect(asked.length).toBe(requests)
    expect(policy.resolved.length).toBe(requests)
  })
  test('may be exactly as large as is allowed', async () => {
    expect((await fetchTrick('/photo.jpg', { mostBytes: picture.length })).ok).toBe(true)
    expect(await fetchTrick('/photo.jpg', { mostBytes: picture.length - 1 })).toEqual({ ok: false, refusal: 'too-large' })
  })

  test.each([
    ['/four-times', 'url-refused'],
    ['/round', 'url-refused'],
    ['/to-loopback', 'url-refused'],
    ['/to-other-port', 'url-refused'],
    ['/to-metadata', 'url-refused'],
    ['/to-decimal', 'url-refused'],
    ['/to-file', 'url-refused'],
    ['/to-nonsense', 'url-refused'],
    ['/nowhere', 'not-found'],
    ['/endless', 'too-large'],
    ['/too-long', 'too-large'],
    ['/none', 'not-found'],
    ['/gone', 'not-found'],
    ['/forbidden', 'not-found'],
    ['/broken', 'unreachable'],
    ['/busy', 'unreachable'],
    ['/cut', 'unreachable'],
  ])('is refused at %s: %s', async (path, refusal) => expect(await fetchTrick(path)).toEqual({ ok: false, refusal }))

  test.each(['/slow', '/silent'])('is given up when it takes too long: %s', async (path) => {
    expect(await fetchTrick(path, { milliseconds: 150 })).toEqual({ ok: false, refusal: 'too-slow' })
  })
  test('is given up when the name server does not answer', async () => {
    const silent = new Promise<never>(() => undefined)
    expect(await fetchTrick('/photo.jpg', { milliseconds: 50, resolve: () => silent })).toEqual({
      ok: false,
      refusal: 'too-slow',
    })
  })
  test.each([
    ['knows the name no more', () => Promise.reject(new Error('ENOTFOUND'))],
    ['answers with nothing', () => Promise.resolve([])],
  ])('is unreachable when the name server %s', async (_, resolve) => {
    expect(await fetchTrick('/photo.jpg', { resolve })).toEqual({ ok: false, refusal: 'unreachable' })
  })
  test('is unreachable when nobody listens', async () => {
    expect(await fetchRemoteMedia('http://photos.example:1/', { ...policy, allowedHosts: ['photos.example:1'] })).toEqual({
      ok: false,
      refusal: 'unreachable',
    })
  })
})

describe('our own network', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.0.0.1/',
    'http://①②⑦.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'https://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
  ])('is out of reach: %s', async (url) => expect(await fetchRemoteMedia(url, {})).toEqual({ ok: false, refusal: 'url-refused' }))

  test('is out of reach by the name of this machine', async () => {
    expect(await fetchRemoteMedia('http://localhost/', {})).toEqual({ ok: false, refusal: 'url-refused' })
  })
  test.each([
    ['a private address', ['10.0.0.1']],
    ['a public and a private one', ['93.184.216.34', '192.168.0.1']],
    ['a loopback address in IPv6', ['::1']],
    ['a private one that is mapped', ['::ffff:10.0.0.1']],
  ])('is out of reach when the name server answers with %s', async (_, answers) => {
    const resolve = async () => answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    expect(await fetchRemoteMedia('http://photos.example/', { resolve })).toEqual({ ok: false, refusal: 'url-refused' })
  })
})

test.each([
  'ftp://photos.example/',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  'gopher://photos.example/',
  'http://user:secret@photos.example/',
  'http://user@photos.example/',
  'http://photos.example:22/',
  'http://photos.example:8080/',
  '//photos.example/',
  'photo.jpg',
  '',
])('an address of this kind is not asked at all: %s', async (url) => {
  expect(await fetchRemoteMedia(url, policy)).toEqual({ ok: false, refusal: 'url-refused' })
  expect(policy.resolved).toEqual([])
})
