import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { type Acknowledged, check, unsent } from './check.ts'
import { byPerson, byProgram, type Sending } from './send.ts'
import { ask, kill, killWithEngine, type Server, startServer, stop } from './server.ts'

const crashes = 20
const writers = 4
/** Mails follow from jobs; one that was under way at a crash is taken up again after its time, which is longer than this. */
const patience = 15_000

const folder = await mkdtemp(join(tmpdir(), 'filo-crash-'))
const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#567' } })
  .jpeg()
  .toBuffer()
const photo = new Blob([new Uint8Array(picture)], { type: 'image/jpeg' })
const acknowledged: Acknowledged[] = []
const repeated: (readonly [before: string, after: string])[] = []
const faults: string[] = []
let ends = false
let server: Server = await startServer(folder)

try {
  const [before] = await ask<{ count: string }>(folder, 'select count(*) from report')
  const [pavements] = await ask<{ id: string }>(folder, "select id from category where code = 'marciapiedi'")
  const work = Array.from({ length: writers }, (_, writer) => write(writer, pavements?.id ?? '').catch(note))
  for (let round = 1; round <= crashes; round++) {
    await sleep(150 + Math.random() * 900)
    await crash(round)
  }
  ends = true
  await Promise.all(work)
  for (const sent of acknowledged.slice(-25)) await repeat(sent)
  await untilMailed()
  report([
    ...(await check(folder, Number(before?.count), acknowledged)),
    [`${acknowledged.length} reports were acknowledged over ${crashes} crashes`, acknowledged.length >= crashes],
    ['programs and people sent them', new Set(acknowledged.map(({ by }) => by)).size === 2],
    [
      `a key that comes again gives the same number (${repeated.length} times)`,
      repeated.length >= crashes && repeated.every(([first, again]) => first === again),
    ],
    ['no step that was acknowledged was lost or refused afterwards', faults.length === 0],
  ])
} finally {
  ends = true
  await stop(server)
  await rm(folder, { recursive: true, force: true })
}

/** Every other time the engine goes too; then the last report that was acknowledged is sent once more. */
async function crash(round: number): Promise<void> {
  const engineToo = round % 2 === 0
  await (engineToo ? killWithEngine(server, folder) : kill(server))
  server = await startServer(folder)
  console.log(`crash ${round} of ${crashes}${engineToo ? ', engine too' : ''}: ${acknowledged.length} reports acknowledged`)
  const last = acknowledged.at(-1)
  if (last) await repeat(last)
}

/** Sends one report after the other, by turns as a program and as a person, some with a photo. */
async function write(writer: number, category: string): Promise<void> {
  for (let n = 0; !ends; n++) {
    const key = randomUUID()
    const withPhoto = (writer + n) % 3 === 0 ? photo : null
    const sending = (writer + n) % 2 === 0 ? byProgram(key, withPhoto) : byPerson(key, withPhoto, category)
    acknowledged.push({ ...sending, number: await untilAnswered(sending.send) })
  }
}

async function repeat(sent: Acknowledged): Promise<void> {
  await untilAnswered(sent.repeat).then((again) => repeated.push([sent.number, again]), note)
}

/** What the server refuses although it had acknowledged what went before. */
function note(fault: unknown): void {
  faults.push(String(fault))
}

async function untilAnswered(send: Sending['send']): Promise<string> {
  for (;;) {
    const number = await send(server.url)
    if (number !== null) return number
    await sleep(50)
  }
}

async function untilMailed(): Promise<void> {
  const until = Date.now() + patience
  while (Date.now() < until && (await unsent(folder)) > 0) await sleep(500)
}

function report(results: readonly (readonly [what: string, passed: boolean])[]): void {
  for (const fault of new Set(faults)) console.log(fault)
  for (const [what, passed] of results) console.log(`${passed ? 'passed' : 'FAILED'}: ${what}`)
  const failed = results.filter(([, passed]) => !passed).length
  console.log(`${results.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
