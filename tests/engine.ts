import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#server/gateways/embedded-postgres.ts'
import { openQueue } from '#server/jobs/queue.ts'
import { migrate } from '#server/storage/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    engine: string
  }
}

const template = 'filo_template'

/** One engine for the whole run: our own, or the one that FILO_TEST_DATABASE_URL names; every test file copies its migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.FILO_TEST_DATABASE_URL
  const folder = given ? null : await mkdtemp(join(tmpdir(), 'filo-tests-'))
  const own = folder ? await startEmbeddedPostgres(join(folder, 'pg'), 'filo') : null
  const url = given ?? own?.url('filo') ?? ''
  if (own) await hurry(own.url('postgres'))
  await recreateTemplate(url)
  project.provide('engine', url)
  return async () => {
    await own?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

/** What these tests write need not outlive the machine: nobody waits for the disk. */
async function hurry(engine: string): Promise<void> {
  const url = new URL(engine)
  url.username = 'postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
  await client.end()
}

async function recreateTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists ${template} with (force)`)
  await client.query(`create database ${template}`)
  await client.end()
  const target = new URL(url)
  target.pathname = `/${template}`
  await migrate(target.href)
  const queue = await openQueue(target.href, { works: false, onFault: (fault) => console.error(fault) })
  await queue.stop()
}
