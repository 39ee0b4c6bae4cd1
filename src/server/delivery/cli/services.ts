import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { PlannedLine } from '#domain/services/plan-import.ts'
import { writeCatalogueCsv } from '#server/delivery/services/catalogue-csv.ts'
import { writeCatalogueJson } from '#server/delivery/services/catalogue-json.ts'
import { decodeCatalogue, readCatalogueFile } from '#server/delivery/services/read-catalogue-file.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readCatalogue, stampImport } from '#server/storage/service-catalogue.ts'
import { importServices } from '#server/use-cases/services/import-services.ts'
import type { World } from '#server/world.ts'
import { type Command, type Tools, WrongUsage } from './command.ts'

const usage = `services export --tenant T [--format json|csv] [--to FILE]
    the whole catalogue of services, to a file or to standard output; the formats are in docs/catalogue.md
services import --tenant T --from FILE|- [--dry-run] [--skip-refused] [--json]
    brings in a file of the catalogue, or standard input; services that it does not name stay as they are

--dry-run       says what each line would do, and changes nothing
--skip-refused  leaves out lines that are refused; without it, one of them keeps the whole file out
--json          the lines, with what they do, and the counts`

type Options = {
  readonly format?: string
  readonly to?: string
  readonly from?: string
  readonly 'dry-run'?: boolean
  readonly 'skip-refused'?: boolean
  readonly json?: boolean
}

/** `./filo services …`: the catalogue of a body goes out as a file, and comes in. */
export const services: Command = {
  usage,
  run: async ([action, ...args], tools) => {
    if (action !== 'export' && action !== 'import') throw new WrongUsage('say what to do with services')
    const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const]
    const { values } = parseArgs({
      args,
      options: { tenant: text, format: text, to: text, from: text, 'dry-run': flag, 'skip-refused': flag, json: flag },
    })
    if (!values.tenant) throw new WrongUsage('--tenant is missing')
    if (action === 'import' && !values.from) throw new WrongUsage('--from is missing')
    if (values.format !== undefined && values.format !== 'json' && values.format !== 'csv')
      throw new WrongUsage('--format is json or csv')
    const { world } = await tools.open()
    const directory = await world.directories.ofSlug(values.tenant)
    if (!directory) return no(tools, `no such tenant: ${values.tenant}`)
    return action === 'export' ? send(world, directory, values, tools) : take(world, directory, values, tools)
  },
}

async function send(world: World, directory: Directory, { format, to }: Options, tools: Tools): Promise<number> {
  const kept = await world.read(directory.tenant.id, readCatalogue)
  const filed = [...kept.services.values()].map(({ service }) => service)
  const csv = () => new Response(writeCatalogueCsv(filed, 'it')).arrayBuffer()
  const bytes = format === 'csv' ? Buffer.from(await csv()) : Buffer.from(writeCatalogueJson(filed))
  if (to === undefined) tools.print(bytes.toString().trimEnd())
  else await writeFile(to, bytes)
  return 0
}

async function take(world: World, directory: Directory, options: Options, tools: Tools): Promise<number> {
  const { from = '-' } = options
  const text = decodeCatalogue(from === '-' ? await buffer(process.stdin) : await readFile(from))
  const { id: tenant } = directory.tenant
  const kept = await world.read(tenant, readCatalogue)
  const read = readCatalogueFile(text, kept)
  if ('refused' in read) {
    const { refusal, line, value } = read.refused
    return no(tools, [line === null ? from : `${from}:${line}`, refusal, value].filter(Boolean).join(' '))
  }
  const { plan, stamp } = stampImport(read.lines, kept)
  const refused = plan.filter(({ does }) => does === 'refuse').length
  const stopped = refused > 0 && !options['skip-refused']
  if (!options['dry-run'] && !stopped) {
    const ask = { by: { kind: 'system' }, key: randomUUID(), lines: read.lines, seen: stamp } as const
    const came = await importServices(world, tenant, ask)
    if (!came.ok) return no(tools, came.refusal)
  }
  tell(plan, options, tools)
  return stopped ? no(tools, `${refused} lines are refused: nothing was brought in`) : 0
}

function tell(plan: readonly PlannedLine[], { json }: Options, { print }: Tools): void {
  if (json) {
    const lines = plan.map(({ line, code, does, ...more }) => ({ line, code, does, ...told(more) }))
    print(JSON.stringify({ lines }))
    return
  }
  for (const { line, code, does, ...more } of plan) {
    const said = Object.values(told(more)).flat().filter(Boolean)
    print([line, does, code || '-', said.join(' ')].join('\t'))
  }
}

/** What of a line's plan says more than what it does. */
function told(more: object) {
  const { changed, lacks, refusal, field, value } = more as Partial<{
    changed: readonly string[]
    lacks: readonly { readonly criterion: string; readonly part: string }[]
    refusal: string
    field: string | null
    value: string | null
  }>
  return {
    ...(refusal !== undefined && { refusal, field, value }),
    ...(changed?.length && { changed }),
    ...(lacks?.length && { lacks: lacks.map(({ criterion, part }) => `${criterion}:${part}`) }),
  }
}

function no(tools: Tools, why: string): number {
  tools.say(why)
  return 1
}
