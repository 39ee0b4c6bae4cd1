import { join } from 'node:path'
import { boot, type Installation } from '#server/boot.ts'
import { readConfig } from '#server/config.ts'
import { type Command, WrongUsage } from '#server/delivery/cli/command.ts'
import { findRunningPostgres } from '#server/gateways/embedded-postgres.ts'

/** Every verb; each is loaded when it is asked for. */
const verbs: Readonly<Record<string, () => Promise<Command>>> = {
  'api-key': async () => (await import('#server/delivery/cli/api-key.ts')).apiKey,
  migrate: async () => (await import('#server/delivery/cli/migrate.ts')).migrateDatabase,
  services: async () => (await import('#server/delivery/cli/services.ts')).services,
  staff: async () => (await import('#server/delivery/cli/staff.ts')).staff,
  tenant: async () => (await import('#server/delivery/cli/tenant.ts')).tenant,
}

process.exitCode = await run(process.argv.slice(2))

async function run([verb = '--help', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!load) {
    const asksForHelp = ['--help', '-h', 'help'].includes(verb)
    const list = `verbs: ${Object.keys(verbs).join(', ')}; each has --help`
    if (asksForHelp) console.log(list)
    else console.error(`no such verb: ${verb}\n${list}`)
    return asksForHelp ? 0 : 2
  }
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage)
    return 0
  }
  return runCommand(command, args)
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  let installation: Installation | null = null
  const open = async () => {
    installation ??= await boot(await besideServer())
    return installation
  }
  try {
    return await command.run(args, { open, print: (line) => console.log(line), say: (line) => console.error(line) })
  } catch (fault) {
    if (!isWrongUsage(fault)) throw fault
    console.error(`${fault.message}\n\n${command.usage}`)
    return 2
  } finally {
    await (installation as Installation | null)?.close()
  }
}

/** Jobs stay with the server; where one runs on the embedded database, its engine is used instead of one of our own. */
async function besideServer() {
  const config = { ...readConfig(process.env), jobs: 'off' as const }
  if (config.databaseUrl !== undefined) return config
  const running = await findRunningPostgres(join(config.data, 'postgres'), 'filo')
  return running === null ? config : { ...config, databaseUrl: running }
}

function isWrongUsage(fault: unknown): fault is Error {
  if (fault instanceof WrongUsage) return true
  return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS')
}
