import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export type Server = { readonly url: string; readonly process: ChildProcess }

const root = join(import.meta.dirname, '../..')

/** Starts the real thing on a folder of its own, and waits until it says that it is ready. */
export async function startServer(folder: string, port: number, more: Readonly<Record<string, string>> = {}): Promise<Server> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    FILO_DATA: folder,
    FILO_PORT: String(port),
    FILO_RATE_LIMITS: 'off',
    FILO_DEMO_API_KEY: apiKey,
    FILO_DEMO_PASSWORD: 'prova-prova-prova',
    ...more,
  }
  const child = spawn(process.execPath, ['--max-old-space-size=512', '--max-semi-space-size=8', 'src/entry/web.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  await new Promise<void>((ready, fail) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      if (/^ready http/m.test(said)) ready()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => fail(new Error(`the server ended with ${code} before it was ready:\n${said.slice(-3000)}`)))
  })
  child.removeAllListeners('exit')
  return { url: `http://127.0.0.1:${port}`, process: child }
}

export const apiKey = 'filo_crash_crash_crash_crash'

/** Ends the process without a chance to tidy up, and the engine's main process too if asked. */
export async function kill(server: Server, folder: string, engineToo: boolean): Promise<void> {
  const ended = new Promise((end) => server.process.once('exit', end))
  if (engineToo) process.kill(await enginePid(folder), 'SIGKILL')
  server.process.kill('SIGKILL')
  await ended
}

/** Ends the process as an operator does. */
export async function stop(server: Server): Promise<void> {
  const ended = new Promise((end) => server.process.once('exit', end))
  server.process.kill('SIGTERM')
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
