import { timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import type { Installation } from '#server/boot.ts'
import { isMigrated } from '#server/storage/migrate.ts'
import { readMetrics } from './metrics.ts'

type Watched = Pick<Installation, 'database' | 'config'>

/** Liveness says that the process answers, readiness that the database does and that nothing is left to migrate. */
export function healthRoutes({ database, config }: Watched): Hono {
  const routes = new Hono()
  routes.get('/health/live', (context) => context.text('live\n'))
  routes.get('/health/ready', async (context) => {
    const answers = await sql`select 1`.execute(database.shared).then(
      () => true,
      () => false,
    )
    if (!answers) return context.text('database does not answer\n', 503)
    return (await isMigrated(database)) ? context.text('ready\n') : context.text('a migration is waiting\n', 503)
  })
  routes.get('/metrics', async (context) => {
    if (!mayWatch(context, config.metricsToken, config.trustProxy)) return context.text('not for you\n', 403)
    return context.text(await readMetrics(database), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  return routes
}

/** Whoever has the token; without one, whoever sits on this machine, as long as no proxy speaks for others from there. */
function mayWatch(context: Context, token: string | undefined, behindProxy: boolean): boolean {
  if (token !== undefined) return isSame(context.req.header('authorization') ?? '', `Bearer ${token}`)
  const address = getConnInfo(context).remote.address ?? ''
  return !behindProxy && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
