import { sql } from 'kysely'
import { Hono } from 'hono'
import type { Installation } from '#server/boot.ts'

/** Liveness says that the process answers, readiness that the database does and that nothing is left to migrate. */
export function healthRoutes({ database }: Pick<Installation, 'database'>): Hono {
  const routes = new Hono()
  routes.get('/health/live', (context) => context.text('live\n'))
  routes.get('/health/ready', async (context) => {
    const answers = await sql`select 1`.execute(database.shared).then(
      () => true,
      () => false,
    )
    return answers ? context.text('ready\n') : context.text('database does not answer\n', 503)
  })
  return routes
}
