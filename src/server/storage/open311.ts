import type { ApiKeyId, EventId, Id, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** An update that a program sent under an id of its own, and the event that it left in our history. */
export type SentUpdate = {
  readonly key: ApiKeyId
  readonly report: ReportId
  readonly updateId: string
  readonly event: EventId
}

/** The event that an update left when it was first sent, if it was. */
export async function findSentUpdate({ db, tenant }: Reader, update: Omit<SentUpdate, 'event'>): Promise<EventId | null> {
  const row = await db
    .selectFrom('open311_update')
    .where('open311_update.tenant_id', '=', tenant)
    .where('open311_update.api_key_id', '=', update.key)
    .where('open311_update.report_id', '=', update.report)
    .where('open311_update.update_id', '=', update.updateId)
    .select('open311_update.event_id')
    .executeTakeFirst()
  return row?.event_id ?? null
}

/** Remembers an update by the sender's own id. */
export async function insertSentUpdate(tx: Tx, id: Id<'open311-update'>, update: SentUpdate, now: Date): Promise<void> {
  await tx.db
    .insertInto('open311_update')
    .values({
      tenant_id: tx.tenant,
      id,
      api_key_id: update.key,
      report_id: update.report,
      event_id: update.event,
      update_id: update.updateId,
      at: now,
    })
    .execute()
}

/** The key of the program that sent the report, or nothing where a person did. */
export async function senderOf({ db, tenant }: Reader, report: ReportId): Promise<ApiKeyId | null> {
  const row = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.id', '=', report)
    .select('report.api_key_id')
    .executeTakeFirst()
  return row?.api_key_id ?? null
}

/** When the body's settings were first written and how often they changed since: what a client compares to know that it must look again. */
export async function readRevision({ db, tenant }: Reader): Promise<{ readonly since: Date; readonly revision: number }> {
  const row = await db
    .selectFrom('tenant')
    .where('tenant.id', '=', tenant)
    .select(['tenant.created_at', 'tenant.revision'])
    .executeTakeFirstOrThrow()
  return { since: row.created_at, revision: row.revision }
}
