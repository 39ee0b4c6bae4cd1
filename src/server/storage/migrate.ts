import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from './database.ts'

const folder = join(import.meta.dirname, 'migrations')
/** Any number of ours: two processes that start together take turns. */
const lock = 7_301_994

/** Brings a database up to date: numbered plain SQL, forward only, each in its own transaction, under one advisory lock. */
export async function migrate(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null)')
    const applied = await client.query<{ name: string }>('select name from migration')
    const known = new Set(applied.rows.map(({ name }) => name))
    const waiting = (await migrations()).filter((name) => !known.has(name))
    for (const name of waiting) await apply(client, name)
    return waiting
  } finally {
    await client.end()
  }
}

/** The names of all migrations, in their order. */
async function migrations(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

async function apply(client: pg.Client, name: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(await readFile(join(folder, name), 'utf8'))
    await client.query('insert into migration (name, applied_at) values ($1, now())', [name])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: fault })
  }
}

/** Whether every migration of this version has been applied. */
export async function isMigrated({ pool }: Pick<Database, 'pool'>): Promise<boolean> {
  const applied = await pool.query<{ name: string }>('select name from migration')
  const known = new Set(applied.rows.map(({ name }) => name))
  return (await migrations()).every((name) => known.has(name))
}
