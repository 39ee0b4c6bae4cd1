import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, openFiles } from './files.ts'

type Stored = { readonly bytes: Buffer; readonly mediaType: string; readonly at: Date }

/** As much of S3 as we speak: put, get, delete, and a list in pages of two. */
function answerAsBucket(stored: Map<string, Stored>, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', 'http://bucket.example')
  const key = decodeURIComponent(url.pathname.replace(/^\/photos\/?/, ''))
  const answer = (status: number, body: string | Buffer = '', type = 'application/xml') =>
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=filo/')) {
    answer(403, '<Error><Code>AccessDenied</Code></Error>')
  } else if (request.method === 'PUT') {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      stored.set(key, { bytes: Buffer.concat(parts), mediaType: request.headers['content-type'] ?? '', at: new Date() })
      answer(200)
    })
  } else if (request.method === 'DELETE') {
    stored.delete(key)
    response.writeHead(204).end()
  } else if (key === '') {
    answer(200, listOf(stored, Number(url.searchParams.get('continuation-token') ?? 0)))
  } else {
    const found = stored.get(key)
    if (found) answer(200, found.bytes, found.mediaType)
    else answer(404, '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>')
  }
}

function listOf(stored: Map<string, Stored>, from: number): string {
  const all = [...stored]
  const more = all.length > from + 2
  const contents = all
    .slice(from, from + 2)
    .map(
      ([key, { bytes, at }]) =>
        `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
    )
  const next = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<ListBucketResult><Name>photos</Name><IsTruncated>${more}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`
}

const stored = new Map<string, Stored>()
const server = createServer((request, response) => answerAsBucket(stored, request, response))
let folder: string
let origin: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filo-files-'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

async function keysOf(files: Files): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of files.list()) keys.push(key)
  return keys.sort()
}

describe.each([
  ['a folder', () => openFiles(undefined, join(folder, 'kept'))],
  ['a bucket', () => openFiles(`s3://filo:secret@photos?endpoint=${encodeURIComponent(origin)}&region=eu-south-1`, '')],
])('%s', (_, open) => {
  const bytes = Uint8Array.from({ length: 70_000 }, (__, index) => index % 251)

  test('is empty at first', async () => {
    expect(await keysOf(open())).toEqual([])
    expect(await open().get('a/none')).toBeNull()
  })
  test('gives back what was put, and the last of two', async () => {
    const files = open()
    await files.put('a/one-large', Uint8Array.of(1), 'image/jpeg')
    await files.put('a/one-large', bytes, 'image/jpeg')
    const found = await files.get('a/one-large')
    expect(Buffer.compare(found ?? new Uint8Array(), bytes)).toBe(0)
  })
  test('lists all there is with its time, in as many pages as it takes', async () => {
    const files = open()
    for (const key of ['a/two', 'b/c/three.pdf', 'four', 'five']) await files.put(key, Uint8Array.of(4), 'application/pdf')
    expect(await keysOf(files)).toEqual(['a/one-large', 'a/two', 'b/c/three.pdf', 'five', 'four'])
    for await (const { modifiedAt } of files.list()) expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(60_000)
  })
  test('removes, and does not mind doing it twice', async () => {
    const files = open()
    for (const key of ['a/two', 'a/two', 'a/never']) await files.remove(key)
    expect(await files.get('a/two')).toBeNull()
    expect(await keysOf(files)).toEqual(['a/one-large', 'b/c/three.pdf', 'five', 'four'])
  })
  test.each([
    '',
    '/etc/passwd',
    '../secret',
    'a/../../secret',
    'a/..',
    '.',
    'a//b',
    'a/',
    'A',
    'a b',
    'a\\b',
    'a\0b',
    'à',
    '.hidden',
    'a/.b',
    'x'.repeat(201),
  ])('has nothing to do with the key %j', async (key) => {
    const files = open()
    await expect(files.put(key, bytes, 'image/jpeg')).rejects.toThrow('no key')
    await expect(files.get(key)).rejects.toThrow('no key')
    await expect(files.remove(key)).rejects.toThrow('no key')
  })
})

test('a bucket is told the media type, and an outage of it is a fault, not an absence', async () => {
  expect(stored.get('four')?.mediaType).toBe('application/pdf')
  const stranger = openFiles(`s3://other:secret@photos?endpoint=${encodeURIComponent(origin)}`, '')
  await expect(stranger.get('four')).rejects.toThrow()
  await expect(stranger.put('six', new Uint8Array(), 'image/jpeg')).rejects.toThrow()
})

test('an address that is no bucket is refused when it is opened', () => {
  expect(() => openFiles('ftp://photos', '')).toThrow('FILO_STORAGE_URL')
})

test('a folder that cannot be written to leaves nothing and says so', async () => {
  const files = openFiles(undefined, join(folder, 'clash'))
  await files.put('a', Uint8Array.of(1), 'image/jpeg')
  await expect(files.put('a/b', Uint8Array.of(1), 'image/jpeg')).rejects.toThrow()
  await files.put('c/d', Uint8Array.of(1), 'image/jpeg')
  await expect(files.put('c', Uint8Array.of(1), 'image/jpeg')).rejects.toThrow()
  expect(await keysOf(files)).toEqual(['a', 'c/d'])
})

test('what was acknowledged is there, whole, after the process is killed in the middle of its work', async () => {
  const root = join(folder, 'killed')
  const writer = `
    import { openFiles } from ${JSON.stringify(new URL('./files.ts', import.meta.url).href)}
    const files = openFiles(undefined, ${JSON.stringify(root)})
    for (let n = 0; ; n++) {
      await files.put('p/' + n, new Uint8Array(400_000).fill(n), 'image/jpeg')
      console.log(n)
    }`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', writer], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text) => {
      said += text
      if (said.split('\n').length > 12) child.kill('SIGKILL')
    })
    child.on('close', () => resolve())
  })
  const acknowledged = said.trim().split('\n').map(Number)
  expect(acknowledged.length).toBeGreaterThan(10)
  for (const n of acknowledged)
    expect(Buffer.compare(await readFile(join(root, 'p', String(n))), Buffer.alloc(400_000, n))).toBe(0)
  const whole = (await readdir(join(root, 'p'))).filter((name) => !name.endsWith('.part'))
  for (const name of whole) expect((await stat(join(root, 'p', name))).size).toBe(400_000)
})
