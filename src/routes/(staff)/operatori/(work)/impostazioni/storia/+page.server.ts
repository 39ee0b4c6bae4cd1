import { listSettingChanges } from '#server/storage/settings/history.ts'
import { presentHistory } from '../present-history.server.ts'
import { revert } from '../revert.server.ts'
import type { Actions, PageServerLoad } from './$types'

const pageLength = 50

/** Every change of every setting, the newest first. */
export const load: PageServerLoad = async ({ locals }) => {
  const { installation, directory } = locals
  const changes = await installation.world.read(directory.tenant.id, (reader) =>
    listSettingChanges(reader, null, { limit: pageLength, before: null }),
  )
  return { changes: presentHistory(changes, locals) }
}

export const actions: Actions = { revert }
