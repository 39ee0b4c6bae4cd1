import { sql } from 'kysely'
import type { Directory } from '#server/storage/directory.ts'
import type { World } from '#server/world.ts'

const minute = 60_000
const known = new WeakMap<Directory, { readonly until: number; readonly count: Promise<number> }>()

/** How many reports the body resolved in the last twelve months; counted again after a minute at the earliest. */
export function resolvedLately(world: World, directory: Directory): Promise<number> {
  const now = world.now()
  const held = known.get(directory)
  if (held && held.until > now.getTime()) return held.count
  const count = countResolved(world, directory, now)
  known.set(directory, { until: now.getTime() + minute, count })
  count.catch(() => known.delete(directory))
  return count
}

async function countResolved(world: World, directory: Directory, now: Date): Promise<number> {
  const since = new Date(now)
  since.setUTCFullYear(now.getUTCFullYear() - 1)
  return world.read(directory.tenant.id, async ({ db, tenant }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from report
      where report.tenant_id = ${tenant} and report.stage = 'resolved' and report.closed_at >= ${since}`.execute(db)
    return rows[0]?.count ?? 0
  })
}
