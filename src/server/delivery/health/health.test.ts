import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#tests/town.ts'
import { healthRoutes } from './health.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function ask(
  path: string,
  config: Partial<Town['installation']['config']> = {},
  headers = {},
): Promise<{ status: number; text: string }> {
  const { database } = town.installation
  const routes = healthRoutes({ database, config: { ...town.installation.config, ...config } })
  const server = createServer(getRequestListener(routes.fetch))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  const told = { status: answer.status, text: await answer.text() }
  server.close()
  return told
}

test('says that it lives and that it is ready', async () => {
  expect(await ask('/health/live')).toEqual({ status: 200, text: 'live\n' })
  expect(await ask('/health/ready')).toEqual({ status: 200, text: 'ready\n' })
})

test('is not ready while a migration waits', async () => {
  const { shared } = town.installation.database
  await sql`update migration set name = 'gone' where name = '0001-foundation.sql'`.execute(shared)
  expect(await ask('/health/ready')).toEqual({ status: 503, text: 'a migration is waiting\n' })
  await sql`update migration set name = '0001-foundation.sql' where name = 'gone'`.execute(shared)
})

test('counts memory, connections and jobs', async () => {
  await town.report()
  const { status, text } = await ask('/metrics')
  expect(status).toBe(200)
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  expect(text).toMatch(/^filo_database_connections\{state="idle"\} \d+$/m)
  expect(text).toMatch(/^filo_jobs\{name="mail.to-author",state="created"\} [1-9]\d*$/m)
})

test.each([
  ['without the token', { metricsToken: 'segreto' }, {}, 403],
  ['with a wrong token', { metricsToken: 'segreto' }, { authorization: 'Bearer segretO' }, 403],
  ['with the token', { metricsToken: 'segreto' }, { authorization: 'Bearer segreto' }, 200],
  ['through a proxy that has no token', { trustProxy: true }, {}, 403],
] as const)('shows figures %s: %#', async (_, config, headers, status) => {
  expect((await ask('/metrics', config, headers)).status).toBe(status)
})
