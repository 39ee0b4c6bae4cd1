import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { apiKey, ask, type Server, startServer, stop } from '#tests/crash/server.ts'
import { measureBytes } from './bytes.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureMemory, measurePages, measureSubmit } from './load.ts'
import { type Results, write } from './report.ts'
import { fillTown } from './town.ts'

const reports = 20_000

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

const [wanted] = process.argv.slice(2)
if (wanted === '--help' || (wanted !== undefined && !Object.hasOwn(parts, wanted))) {
  console.log(`bench [${Object.keys(parts).join(' | ')}]: measures, prints and writes docs/benchmarks.md`)
  process.exit(wanted === '--help' ? 0 : 2)
}

const results = join(import.meta.dirname, '../docs/benchmarks.json')
const folder = await mkdtemp(join(tmpdir(), 'filo-bench-'))
const server = await startServer(folder)
try {
  console.log(`filling the demonstration body up to ${reports} reports`)
  await fillTown(`postgresql://postgres@localhost/filo?host=${encodeURIComponent(join(folder, 'postgres'))}`, reports)
  const [latest] = await ask<{ number: string }>(folder, 'select number from report where visible order by number desc limit 1')
  const known: Results = JSON.parse(await readFile(results, 'utf8').catch(() => '{}'))
  let found: Results = known
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted !== undefined && wanted !== name) continue
    console.log(`measuring: ${name}`)
    found = { ...found, ...(await measure(server, latest?.number ?? '1')) }
  }
  const [engine] = await ask<{ version: string }>(folder, "select split_part(version(), ' ', 2) as version")
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: engine?.version ?? '',
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    reports,
  }
  await writeFile(results, `${JSON.stringify({ ...found, machine }, null, 2)}\n`)
  const text = write({ ...found, machine })
  await writeFile(join(import.meta.dirname, '../docs/benchmarks.md'), text)
  console.log(text)
} finally {
  await stop(server)
  await rm(folder, { recursive: true, force: true })
}
