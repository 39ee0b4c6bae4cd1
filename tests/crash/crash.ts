import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { apiKey, ask, kill, type Server, startServer, stop } from './server.ts'

const crashes = 20
const writers = 4
const port = 4380
/** Mails follow from jobs; one that was under way at a crash is taken up again after its time, which is longer than this. */
const patience = 15_000

type Sent = { readonly key: string; readonly number: string }

const folder = await mkdtemp(join(tmpdir(), 'filo-crash-'))
const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#567' } })
  .jpeg()
  .toBuffer()
const acknowledged: Sent[] = []
const repeated: (readonly [before: string, after: string])[] = []
let ends = false

let server: Server = await startServer(folder, port)
const before = await ask<{ count: string }>(folder, 'select count(*) from report')
const work = Array.from({ length: writers }, (_, n) => write(n))
for (let round = 1; round <= crashes; round++) {
  await sleep(150 + Math.random() * 900)
  const engineToo = round % 2 === 0
  await kill(server, folder, engineToo)
  server = await startServer(folder, port)
  console.log(`crash ${round} of ${crashes}${engineToo ? ', engine too' : ''}: ${acknowledged.length} reports acknowledged`)
}
ends = true
await Promise.all(work)
await repeatSome()
await untilMailed()
const results = await check()
await stop(server)
await rm(folder, { recursive: true, force: true })
for (const [what, passed] of results) console.log(`${passed ? 'passed' : 'FAILED'}: ${what}`)
const failed = results.filter(([, passed]) => !passed).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Sends one report after the other; one that was not answered is sent again under the same key until it is. */
async function write(writer: number): Promise<void> {
  for (let n = 0; !ends; n++) {
    const key = randomUUID()
    const number = await sendUntilAnswered(key, (writer + n) % 3 === 0)
    acknowledged.push({ key, number })
  }
}

async function sendUntilAnswered(key: string, withPhoto: boolean): Promise<string> {
  for (;;) {
    const number = await send(key, withPhoto).catch(() => null)
    if (number !== null) return number
    await sleep(50)
  }
}

async function send(key: string, withPhoto: boolean): Promise<string | null> {
  const form = new FormData()
  const fields = {
    api_key: apiKey,
    service_code: 'marciapiedi',
    description: `Segnalazione ${key}`,
    lat: '44.4075',
    long: '8.9337',
    email: `${key}@example.org`,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (withPhoto) form.set('photo1', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'foto.jpg')
  const answer = await fetch(`${server.url}/open311/v2/requests.json`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body: form,
    signal: AbortSignal.timeout(10_000),
  })
  if (answer.status >= 500) return null
  const [sent] = await answer.json()
  if (!answer.ok) throw new Error(JSON.stringify(sent))
  return String(sent.service_request_id)
}

/** A client that never saw the answer asks again, long after: it gets the number that it got. */
async function repeatSome(): Promise<void> {
  for (const { key, number } of acknowledged.slice(-25)) repeated.push([number, await sendUntilAnswered(key, false)])
}

async function untilMailed(): Promise<void> {
  const until = Date.now() + patience
  while (Date.now() < until && (await unsent()) > 0) await sleep(500)
}

async function unsent(): Promise<number> {
  const [row] = await ask<{ count: string }>(
    folder,
    `select count(*) from author a where a.email like '%@example.org' and not exists
       (select from mail_log m where m.tenant_id = a.tenant_id and m.address = a.email and m.state = 'sent')`,
  )
  return Number(row?.count)
}

async function check(): Promise<readonly (readonly [what: string, passed: boolean])[]> {
  const rows = await ask<{ key: string; number: string; events: string; mails: string; jobs: string; waiting: string }>(
    folder,
    `select substr(r.description, 14) as key, r.number,
       (select count(*) from report_event e where e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = 'submitted') as events,
       (select count(*) from mail_log m where m.tenant_id = r.tenant_id and m.report_id = r.id and m.state = 'sent') as mails,
       (select count(*) from pgboss.job j where j.name = 'mail.to-author' and j.data->>'report' = r.id::text) as jobs,
       (select count(*) from pgboss.job j where j.name = 'mail.to-author' and j.data->>'report' = r.id::text
         and j.state in ('created', 'retry', 'active')) as waiting
     from report r where r.description like 'Segnalazione %'`,
  )
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const [counted] = await ask<{ count: string; numbers: string }>(
    folder,
    'select count(*), count(distinct number) as numbers from report',
  )
  const keys = await ask<{ storage_key: string }>(folder, 'select storage_key from attachment')
  const files = new Set(await readdir(join(folder, 'files'), { recursive: true }))
  return [
    [`${acknowledged.length} reports were acknowledged over ${crashes} crashes`, acknowledged.length >= crashes],
    [
      'every acknowledged report is there, under the number that was given',
      acknowledged.every(({ key, number }) => String(byKey.get(key)?.number) === number),
    ],
    ['none is there twice', rows.length === byKey.size && rows.length === Number(counted?.count) - Number(before[0]?.count)],
    ['no number was given twice', counted?.count === counted?.numbers],
    ['every report has its one event', rows.every(({ events }) => events === '1')],
    ['every report has its one mail job', rows.every(({ jobs }) => jobs === '1')],
    ['no report was confirmed twice', rows.every(({ mails }) => Number(mails) <= 1)],
    ['whatever is not confirmed yet has its job waiting', rows.every(({ mails, waiting }) => mails === '1' || waiting === '1')],
    ['mails went out', rows.some(({ mails }) => mails === '1')],
    ['a key that comes again gives the same number', repeated.length > 0 && repeated.every(([first, again]) => first === again)],
    [
      'every photo has its bytes',
      keys.every(({ storage_key }) => ['small', 'medium', 'large'].every((size) => files.has(`${storage_key}-${size}`))),
    ],
  ]
}
