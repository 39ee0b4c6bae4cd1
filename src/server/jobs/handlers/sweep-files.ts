import { photoSizes } from '#server/storage/attachments.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** Bytes are stored before the row that claims them; younger ones may still be claimed. */
const graceful = 24 * 3_600_000
const batch = 500

/** Deletes bytes that no row claims: what a refused or interrupted submission left, and what was let go of. */
export async function sweepFiles(world: Pick<World, 'now' | 'files'>, everywhere: Everywhere): Promise<number> {
  const before = world.now().getTime() - graceful
  let removed = 0
  let old: string[] = []
  const settle = async () => {
    removed += await removeUnclaimed(world, everywhere, old)
    old = []
  }
  for await (const { key, modifiedAt } of world.files.list()) {
    if (modifiedAt.getTime() < before) old.push(key)
    if (old.length === batch) await settle()
  }
  await settle()
  return removed
}

async function removeUnclaimed(world: Pick<World, 'files'>, everywhere: Everywhere, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0
  const claims = [...new Set(keys.map(claimOf))]
  const rows = await everywhere((db) =>
    db
      .selectFrom('attachment')
      .where('attachment.storage_key', 'in', claims)
      .select('attachment.storage_key')
      .unionAll(db.selectFrom('body_file').where('body_file.storage_key', 'in', claims).select('body_file.storage_key'))
      .execute(),
  )
  const claimed = new Set(rows.map(({ storage_key }) => storage_key))
  const unclaimed = keys.filter((key) => !claimed.has(claimOf(key)))
  for (const key of unclaimed) await world.files.remove(key)
  return unclaimed.length
}

function claimOf(key: string): string {
  const size = photoSizes.find((one) => key.endsWith(`-${one}`))
  return size ? key.slice(0, -size.length - 1) : key
}
