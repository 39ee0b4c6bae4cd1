import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { apiKey, ask, type Server, startServer, stop } from '#tests/crash/server.ts'
import { measureAppointments } from './appointments/appointments.ts'
import { measureBytes } from './bytes.ts'
import { type DeskFigures, measureDeskWith } from './desk/desk.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureMemory, measurePages, measureSubmit } from './load.ts'
import { measureRatings } from './ratings/ratings.ts'
import { type Results, write } from './report.ts'
import { fillTown } from './town.ts'

const reports = 20_000
const deskSizes = [10_000, 1_000_000]

type Part = (server: Server, number: string) => Promise<Partial<Results>>

const parts: Readonly<Record<string, Part>> = {
  bytes: async ({ url }, number) => ({ bytes: await measureBytes(url, number) }),
  lighthouse: async ({ url }, number) => ({ lighthouse: await measureLighthouse(url, number) }),
  pages: async ({ url, process: server }, number) => {
    const idle = measureMemory(server.pid)
    const pages = await measurePages(url, number)
    return { pages, memory: { idle, loaded: measureMemory(server.pid) } }
  },
  submit: async ({ url }) => ({ submit: await measureSubmit(url, apiKey) }),
}

/** What fills bodies of its own. */
const alone = ['desk', 'appointments', 'ratings']
const [wanted, ...sizes] = process.argv.slice(2)
if (wanted === '--help' || (wanted !== undefined && !alone.includes(wanted) && !Object.hasOwn(parts, wanted))) {
  console.log(`bench [${Object.keys(parts).join(' | ')} | appointments | ratings | desk [REPORTS …]]: measures, prints and writes docs/benchmarks.md
desk fills bodies of its own with ${deskSizes.join(' and ')} reports, unless told otherwise, and writes docs/queries: half an hour`)
  process.exit(wanted === '--help' ? 0 : 2)
}

const resultsFile = join(import.meta.dirname, '../docs/benchmarks.json')
const known: Results = JSON.parse(await readFile(resultsFile, 'utf8').catch(() => '{}'))
const wantsPages = wanted === undefined || !alone.includes(wanted)
const wantsDesk = wanted === undefined || wanted === 'desk'
const wantsAppointments = wanted === undefined || wanted === 'appointments'
const wantsRatings = wanted === undefined || wanted === 'ratings'
const found: Results = {
  ...known,
  ...(wantsPages && (await measureTown())),
  ...(wantsDesk && {
    desk: await measureDesks(sizes.length > 0 ? sizes.map(Number) : deskSizes),
    deskMeasured: describeMoment(),
  }),
  ...(wantsAppointments && { appointments: { ...(await measureAppointments()), ...describeMoment() } }),
  ...(wantsRatings && { ratings: { ...(await measureRatings()), ...describeMoment() } }),
}
await writeFile(resultsFile, `${JSON.stringify(found, null, 2)}\n`)
const text = write(found)
await writeFile(join(import.meta.dirname, '../docs/benchmarks.md'), text)
console.log(text)

/** What everyone asks for, over the demonstration grown. */
async function measureTown(): Promise<Partial<Results>> {
  const folder = await mkdtemp(join(tmpdir(), 'filo-bench-'))
  const server = await startServer(folder)
  try {
    console.log(`filling the demonstration body up to ${reports} reports`)
    await fillTown(`postgresql://postgres@localhost/filo?host=${encodeURIComponent(join(folder, 'postgres'))}`, reports)
    const [latest] = await ask<{ number: string }>(folder, 'select number from report where visible order by number desc limit 1')
    let measured: Partial<Results> = { machine: await describeMachine(folder) }
    for (const [name, measure] of Object.entries(parts)) {
      if (wanted !== undefined && wanted !== name) continue
      console.log(`measuring: ${name}`)
      measured = { ...measured, ...(await measure(server, latest?.number ?? '1')) }
    }
    return measured
  } finally {
    await stop(server)
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the desk waits for, over few reports and over many; the many show how the common queries go about it. */
async function measureDesks(all: readonly number[]): Promise<readonly DeskFigures[]> {
  const figures: DeskFigures[] = []
  for (const size of all) figures.push(await measureDeskWith(size, size === Math.max(...all) ? 'keep plans' : 'figures alone'))
  return figures.toSorted((one, other) => one.reports - other.reports)
}

async function describeMachine(folder: string): Promise<NonNullable<Results['machine']>> {
  const [engine] = await ask<{ version: string }>(folder, "select split_part(version(), ' ', 2) as version")
  return {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: engine?.version ?? '',
    ...describeMoment(),
    reports,
  }
}

function describeMoment() {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  }
}
