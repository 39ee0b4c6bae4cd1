import { sql } from 'kysely'
import type { Service, ServiceDraft, ServiceId } from '#domain/services/service.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { forgetFileUses, saveFileUses } from './body-files.ts'
import type { Reader, Tx } from './database.ts'

/** A service as its writers see it: what everybody reads, and what is being written. */
export type WrittenService = Service & {
  readonly version: number
  readonly draft: ServiceDraft | null
  readonly draftedAt: Date | null
  readonly draftedBy: AccountId | null
  /** When the draft is to be published. */
  readonly publishAt: Date | null
  /** When it was to be, and would have failed. */
  readonly publishMissedAt: Date | null
}

/** Every service by its code, drafts too. */
export async function readWrittenServices(reader: Reader): Promise<readonly WrittenService[]> {
  const rows = await select(reader).orderBy('service.code').execute()
  return rows.map(toWritten)
}

export async function readWrittenService(reader: Reader, id: ServiceId): Promise<WrittenService | null> {
  const row = await select(reader).where('service.id', '=', id).executeTakeFirst()
  return row ? toWritten(row) : null
}

/** What is written of a service so far: the draft, or what everybody reads. */
export function writingOf({ draft, featured, sheet }: WrittenService): ServiceDraft {
  return draft ?? { featured, sheet }
}

/** Keeps what is being written, or forgets it; when it is to be published is decided anew. */
export async function saveServiceDraft(
  tx: Tx,
  id: ServiceId,
  kept: { readonly draft: ServiceDraft; readonly at: Date; readonly by: AccountId | null } | null,
): Promise<void> {
  await tx.db
    .updateTable('service')
    .where('service.tenant_id', '=', tx.tenant)
    .where('service.id', '=', id)
    .set({
      draft: kept && JSON.stringify(kept.draft),
      drafted_at: kept?.at ?? null,
      drafted_by: kept?.by ?? null,
      publish_at: null,
      publish_missed_at: null,
      version: sql`service.version + 1`,
    })
    .execute()
  const user = { subject: 'service_draft', id }
  if (kept) await saveFileUses(tx, user, { value: kept.draft, shown: false, now: kept.at })
  else await forgetFileUses(tx, user)
}

/** Corrects what is being written of a service; who wrote it, and when it is to be published, stays. */
export async function replaceServiceDraft(tx: Tx, id: ServiceId, draft: ServiceDraft): Promise<void> {
  await tx.db
    .updateTable('service')
    .where('service.tenant_id', '=', tx.tenant)
    .where('service.id', '=', id)
    .set({ draft: JSON.stringify(draft), version: sql`service.version + 1` })
    .execute()
}

/** When what is being written is to be published, or when it was to be and was not. */
export async function saveServiceSchedule(
  tx: Tx,
  id: ServiceId,
  { at, missedAt }: { readonly at: Date | null; readonly missedAt: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('service')
    .where('service.tenant_id', '=', tx.tenant)
    .where('service.id', '=', id)
    .set({ publish_at: at, publish_missed_at: missedAt, version: sql`service.version + 1` })
    .execute()
}

function select({ db, tenant }: Reader) {
  return db
    .selectFrom('service')
    .where('service.tenant_id', '=', tenant)
    .select(['id', 'code', 'state', 'featured', 'sheet', 'updated_at'])
    .select(['version', 'draft', 'drafted_at', 'drafted_by', 'publish_at', 'publish_missed_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function toWritten({ updated_at, drafted_at, drafted_by, publish_at, publish_missed_at, ...row }: Row): WrittenService {
  const told = { updatedAt: updated_at, draftedAt: drafted_at, draftedBy: drafted_by }
  return { ...row, ...told, publishAt: publish_at, publishMissedAt: publish_missed_at }
}
