import type { DraftId } from '#domain/shared/id.ts'
import type { Tx } from './database.ts'

/** Ends a draft; files that were not claimed by a report go with it. */
export async function deleteDraft(tx: Tx, id: DraftId): Promise<void> {
  await tx.db.deleteFrom('draft').where('draft.tenant_id', '=', tx.tenant).where('draft.id', '=', id).execute()
}
