import { sql } from 'kysely'
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

/** Which changes: of a kind of setting, of one, of some of its parts, by somebody, in a span of time `[from, to)`; what is absent leaves nothing out. */
export type ChangesOf = {
  readonly subject?: SettingSubject
  readonly id?: string
  readonly parts?: readonly string[]
  readonly by?: AccountId
  readonly from?: Date
  readonly to?: Date
}

/** A change with the name of whoever made it and, where it is about a person, of that one. */
export type ListedChange = SettingChange & { readonly name: string | null; readonly about: string | null }

/** Changes of settings, the newest first, `limit` of them from behind `before` on. */
export async function listSettingChanges(
  { db, tenant }: Reader,
  { subject, id, parts, by, from, to }: ChangesOf,
  page: { readonly limit: number; readonly before: Id<'setting-change'> | null },
): Promise<readonly ListedChange[]> {
  const differs = (part: string) =>
    sql<boolean>`(setting_change.before -> ${part}) is distinct from (setting_change.after -> ${part})`
  const rows = await db
    .selectFrom('setting_change')
    .leftJoin('account', 'account.id', 'setting_change.account_id')
    .leftJoin('account as about', (join) =>
      join
        .on('setting_change.subject', 'in', ['absence', 'person', 'staff_name'])
        .on(sql<boolean>`about.id = setting_change.subject_id`),
    )
    .where('setting_change.tenant_id', '=', tenant)
    .$if(subject !== undefined, (query) => query.where('setting_change.subject', '=', subject ?? ''))
    .$if(id !== undefined, (query) => query.where('setting_change.subject_id', '=', id ?? ''))
    .$if(parts !== undefined, (query) => query.where(({ or }) => or((parts ?? []).map(differs))))
    .$if(by !== undefined, (query) => query.where('setting_change.account_id', '=', by ?? null))
    .$if(from !== undefined, (query) => query.where('setting_change.at', '>=', from ?? new Date(0)))
    .$if(to !== undefined, (query) => query.where('setting_change.at', '<', to ?? new Date(0)))
    .$if(page.before !== null, (query) => query.where('setting_change.id', '<', page.before))
    .select(['setting_change.id', 'subject', 'subject_id', 'version', 'account_id', 'at', 'before', 'after'])
    .select(['account.name', 'about.name as about'])
    .orderBy('setting_change.id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ ...toChange(row), name: row.name, about: row.about }))
}

/** Whoever ever changed a setting of the body, by name. */
export async function listChangers({
  db,
  tenant,
}: Reader): Promise<readonly { readonly id: AccountId; readonly name: string }[]> {
  return db
    .selectFrom('account')
    .where('account.id', 'in', (query) =>
      query.selectFrom('setting_change').where('setting_change.tenant_id', '=', tenant).select('setting_change.account_id'),
    )
    .select(['account.id', 'account.name'])
    .orderBy('account.name')
    .execute()
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
