import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import sharp from 'sharp'

export type Load = {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

const connections = 8
const seconds = 8

/** Requests a second and latencies of what people and programs ask most. */
export async function measurePages(url: string, number: string): Promise<readonly Load[]> {
  const paths: readonly (readonly [name: string, path: string])[] = [
    ['home', '/'],
    ['list', '/segnalazioni'],
    ['list, filtered', '/segnalazioni?categoria=strade&stato=in_charge'],
    ['search', '/segnalazioni?q=buca'],
    ['report page', `/segnalazioni/${number}`],
    ['map data', '/mappa/segnalazioni.geojson?bbox=8.88,44.39,8.98,44.45&zoom=13'],
    ['Open311 requests.json', '/open311/v2/requests.json?page_size=50'],
    ['Open311 requests.xml', '/open311/v2/requests.xml?page_size=50'],
    ['Open311 request', `/open311/v2/requests/${number}.json`],
  ]
  const found: Load[] = []
  for (const [name, path] of paths) {
    await autocannon({ url: url + path, connections, duration: 2 })
    found.push(load(name, await autocannon({ url: url + path, connections, duration: seconds })))
  }
  return found
}

/** A report with a photo of four megabytes, sent as a program sends it. */
export async function measureSubmit(url: string, key: string): Promise<Load> {
  const photo = await noisyPhoto()
  const fields = {
    api_key: key,
    service_code: 'marciapiedi',
    description: 'Prova di carico',
    lat: '44.4075',
    long: '8.9337',
    email: 'ada@example.org',
  }
  const boundary = 'filo-bench'
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="photo1"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  const body = Buffer.concat([Buffer.from(texts.join('') + file), photo, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await autocannon({
    url: `${url}/open311/v2/requests.json`,
    method: 'POST',
    headers,
    body,
    connections: 4,
    duration: 15,
    timeout: 30,
  })
  return load(`submission with a photo of ${(photo.length / 2 ** 20).toFixed(1)} MB`, answer)
}

/** Resident memory of a process in MB. */
export function measureMemory(pid: number | undefined): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

function load(name: string, { requests, latency, non2xx, errors }: autocannon.Result): Load {
  return { name, perSecond: Math.round(requests.average), p50: latency.p50, p99: latency.p99, failed: non2xx + errors }
}

async function noisyPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 24 }
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 72 })
    .toBuffer()
}
