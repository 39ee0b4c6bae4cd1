import type { AccountId, Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'
import type { SettingSubject } from './stores.ts'

/** One change of one setting: whole, before and after. */
export type SettingChange = {
  readonly id: Id<'setting-change'>
  readonly subject: SettingSubject
  readonly subjectId: string
  readonly version: number
  readonly by: AccountId | null
  readonly at: Date
  readonly before: unknown
  readonly after: unknown
}

export async function insertSettingChange(tx: Tx, change: SettingChange): Promise<void> {
  await tx.db
    .insertInto('setting_change')
    .values({
      tenant_id: tx.tenant,
      id: change.id,
      subject: change.subject,
      subject_id: change.subjectId,
      version: change.version,
      account_id: change.by,
      at: change.at,
      before: JSON.stringify(change.before ?? null),
      after: JSON.stringify(change.after ?? null),
    })
    .execute()
}

/** How often a setting was changed; 0 as it was founded. */
export async function lastSettingVersion({ db, tenant }: Reader, subject: SettingSubject, id: string): Promise<number> {
  const row = await db
    .selectFrom('setting_change')
    .where('setting_change.tenant_id', '=', tenant)
    .where('setting_change.subject', '=', subject)
    .where('setting_change.subject_id', '=', id)
    .select(({ fn }) => fn.max('setting_change.version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

/** One change, to be looked at or taken back. */
export async function readSettingChange({ db, tenant }: Reader, id: string): Promise<SettingChange | null> {
  const row = await db
    .selectFrom('setting_change')
    .where('setting_change.tenant_id', '=', tenant)
    .where('setting_change.id', '=', id as Id<'setting-change'>)
    .select(['id', 'subject', 'subject_id', 'version', 'account_id', 'at', 'before', 'after'])
    .executeTakeFirst()
  return row ? toChange(row) : null
}

/** The changes of one setting or, where none is named, of all; the newest first, `limit` of them. */
export async function listSettingChanges(
  { db, tenant }: Reader,
  of: { readonly subject: SettingSubject | readonly SettingSubject[]; readonly id: string } | null,
  page: { readonly limit: number; readonly before: Id<'setting-change'> | null },
): Promise<readonly (SettingChange & { readonly name: string | null })[]> {
  const rows = await db
    .selectFrom('setting_change')
    .leftJoin('account', 'account.id', 'setting_change.account_id')
    .where('setting_change.tenant_id', '=', tenant)
    .$if(of !== null, (query) =>
      query
        .where('setting_change.subject', 'in', [of?.subject ?? []].flat())
        .where('setting_change.subject_id', '=', of?.id ?? ''),
    )
    .$if(page.before !== null, (query) => query.where('setting_change.id', '<', page.before))
    .select(['setting_change.id', 'subject', 'subject_id', 'version', 'account_id', 'at', 'before', 'after', 'account.name'])
    .orderBy('setting_change.id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ ...toChange(row), name: row.name }))
}

type Row = {
  readonly id: Id<'setting-change'>
  readonly subject: string
  readonly subject_id: string
  readonly version: number
  readonly account_id: AccountId | null
  readonly at: Date
  readonly before: unknown
  readonly after: unknown
}

function toChange({ id, subject, subject_id, version, account_id, at, before, after }: Row): SettingChange {
  return { id, subject: subject as SettingSubject, subjectId: subject_id, version, by: account_id, at, before, after }
}
