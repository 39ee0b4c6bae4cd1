import { sql } from 'kysely'
import type { EnclosingForm } from '#domain/conversations/enclosure.ts'
import type { AccountId, AttachmentId, EventId, Id, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** What goes with a text that is being written: of whom, about which report, in which of its forms. */
export type EnclosureKey = { readonly report: ReportId; readonly account: AccountId; readonly form: EnclosingForm }

/** A file that waits to be sent. */
export type Enclosed = {
  readonly id: AttachmentId
  readonly form: string
  readonly name: string
  readonly bytes: number
}

/** The place where files wait for what is being written; one person adds to it at a time. */
export async function holdEnclosure(tx: Tx, key: EnclosureKey, id: Id<'enclosure'>, now: Date): Promise<Id<'enclosure'>> {
  const row = await tx.db
    .insertInto('enclosure')
    .values({ tenant_id: tx.tenant, id, report_id: key.report, account_id: key.account, form: key.form, updated_at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'account_id', 'form']).doUpdateSet({ updated_at: now }))
    .returning('enclosure.id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What of a person waits to be sent with what they write about a report, in its order. */
export async function listEnclosed({ db, tenant }: Reader, report: ReportId, account: AccountId): Promise<readonly Enclosed[]> {
  return db
    .selectFrom('attachment')
    .innerJoin('enclosure', (join) =>
      join.onRef('enclosure.id', '=', 'attachment.enclosure_id').onRef('enclosure.tenant_id', '=', 'attachment.tenant_id'),
    )
    .where('attachment.tenant_id', '=', tenant)
    .where('enclosure.report_id', '=', report)
    .where('enclosure.account_id', '=', account)
    .select(['attachment.id', 'enclosure.form', 'attachment.name', 'attachment.bytes'])
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute()
}

/** Lets go of a file of one's own that waits; its bytes are swept afterwards. */
export async function deleteEnclosed(
  { db, tenant }: Tx,
  report: ReportId,
  account: AccountId,
  file: AttachmentId,
): Promise<void> {
  await db
    .deleteFrom('attachment')
    .where('attachment.tenant_id', '=', tenant)
    .where('attachment.id', '=', file)
    .where('attachment.enclosure_id', 'in', (query) =>
      query
        .selectFrom('enclosure')
        .where('enclosure.tenant_id', '=', tenant)
        .where('enclosure.report_id', '=', report)
        .where('enclosure.account_id', '=', account)
        .select('enclosure.id'),
    )
    .execute()
}

/** Hands what waits to the message that was sent with an event; it stays between the body and the author. */
export async function sendEnclosed({ db, tenant }: Tx, { report, account, form }: EnclosureKey, event: EventId): Promise<void> {
  await sql`
    update attachment set report_id = ${report}, enclosure_id = null, moderation = 'rejected', message_id = (
      select message.id from message
      where message.tenant_id = ${tenant} and message.report_id = ${report} and message.event_id = ${event} and message.kind in ('reply', 'question')
    )
    from enclosure
    where attachment.tenant_id = ${tenant} and enclosure.tenant_id = ${tenant} and attachment.enclosure_id = enclosure.id
      and enclosure.report_id = ${report} and enclosure.account_id = ${account} and enclosure.form = ${form}`.execute(db)
  await db
    .deleteFrom('enclosure')
    .where('enclosure.tenant_id', '=', tenant)
    .where('enclosure.report_id', '=', report)
    .where('enclosure.account_id', '=', account)
    .where('enclosure.form', '=', form)
    .execute()
}
