import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export type Server = { readonly url: string; readonly process: ChildProcess }

export const apiKey = 'filo_crash_crash_crash_crash'

const root = join(import.meta.dirname, '../..')

/** What `./filo up` gives Node. */
const flags = ['--max-old-space-size=512', '--max-semi-space-size=8']

/** Starts the real thing on a folder of its own and a free port, and waits until it says that it is ready. */
export async function startServer(folder: string): Promise<Server> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    FILO_DATA: folder,
    FILO_PORT: '0',
    FILO_RATE_LIMITS: 'off',
    FILO_DEMO_API_KEY: apiKey,
    FILO_DEMO_PASSWORD: 'prova-prova-prova',
  }
  const child = spawn(process.execPath, [...flags, 'src/entry/web.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise<string>((ready, fail) => {
    const listen = (text: Buffer) => {
      said = `${said}${text}`.slice(-3000)
      const [, address] = /^ready (http\S+)$/m.exec(said) ?? []
      if (address !== undefined) ready(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => fail(new Error(`the server ended with ${code} before it was ready:\n${said}`)))
  })
  child.removeAllListeners('exit')
  return { url, process: child }
}

/** Ends the process without a chance to tidy up. */
export async function kill(server: Server): Promise<void> {
  await end(server, 'SIGKILL')
}

/** Ends the engine's main process without a chance to tidy up; the server is killed in the same breath. */
export async function killWithEngine(server: Server, folder: string): Promise<void> {
  process.kill(await enginePid(folder), 'SIGKILL')
  await end(server, 'SIGKILL')
}

/** Ends the process as an operator does. */
export async function stop(server: Server): Promise<void> {
  await end(server, 'SIGTERM')
}

async function end({ process: child }: Server, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((exit) => child.once('exit', exit))
  child.kill(signal)
  await ended
}

/** Asks the engine itself, past the application. */
export async function ask<Row extends pg.QueryResultRow>(folder: string, question: string): Promise<readonly Row[]> {
  const client = new pg.Client({ host: join(folder, 'postgres'), user: 'postgres', database: 'filo' })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}

async function enginePid(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}
