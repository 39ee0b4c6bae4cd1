import { sql } from 'kysely'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** A file that nothing names is kept for this long, for whoever still has it in hand. */
const keptFor = 30 * 86_400_000

/** Lets go of files of the body that nothing names any more, nor anything that could come back from the history; their bytes are swept afterwards. */
export async function sweepBodyFiles(world: Pick<World, 'now'>, everywhere: Everywhere): Promise<void> {
  const before = new Date(world.now().getTime() - keptFor)
  await everywhere((db) =>
    sql`
      delete from body_file
      where body_file.seen_at < ${before}
        and not exists (select from body_file_use
          where body_file_use.tenant_id = body_file.tenant_id and body_file_use.file_id = body_file.id)
        and not exists (select from setting_change
          where setting_change.tenant_id = body_file.tenant_id
            and (position(body_file.id::text in setting_change.before::text) > 0
              or position(body_file.id::text in setting_change.after::text) > 0))`.execute(db),
  )
}
