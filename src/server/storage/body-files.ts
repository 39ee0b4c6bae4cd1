import { sql } from 'kysely'
import { type BodyFile, type BodyFileId, filesIn } from '#domain/files/body-file.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { photoKey, photoSizes } from './attachments.ts'
import type { Reader, Tx } from './database.ts'

/** A file whose bytes lie in the file store under its key. */
export type StoredBodyFile = BodyFile & { readonly key: string }

/** Files by their ids, as whoever shows them needs them. */
export type BodyFiles = ReadonlyMap<BodyFileId, BodyFile>

const columns = [
  'body_file.id',
  'body_file.kind',
  'body_file.name',
  'body_file.media_type as mediaType',
  'body_file.bytes',
  'body_file.width',
  'body_file.height',
] as const

/** The keys of all the bytes that a file has in the file store. */
export function keysOfBodyFile({ kind, key }: Pick<StoredBodyFile, 'kind' | 'key'>): readonly string[] {
  return kind === 'picture' ? photoSizes.map((size) => photoKey(key, size)) : [key]
}

/** Every file that is named anywhere in what somebody wrote. */
export async function readFilesIn({ db, tenant }: Reader, value: unknown): Promise<BodyFiles> {
  const named = filesIn(value)
  if (named.length === 0) return new Map()
  const rows = await db
    .selectFrom('body_file')
    .where('body_file.tenant_id', '=', tenant)
    .where('body_file.id', 'in', named)
    .select(columns)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every file of the body, whatever names it. */
export async function listBodyFileIds({ db, tenant }: Reader): Promise<ReadonlySet<BodyFileId>> {
  const rows = await db.selectFrom('body_file').where('body_file.tenant_id', '=', tenant).select('body_file.id').execute()
  return new Set(rows.map(({ id }) => id))
}

/** Claims bytes that lie in the file store already; false where the same file was claimed before. */
export async function insertBodyFile(
  tx: Tx,
  { mediaType, key, ...file }: StoredBodyFile,
  { by, at }: { readonly by: AccountId | null; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('body_file')
    .values({ tenant_id: tx.tenant, ...file, media_type: mediaType, storage_key: key, at, account_id: by, seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Somebody had these files in hand: they are kept for a while, even where nothing names them. Gives the first that is there. */
export async function touchBodyFiles(tx: Tx, ids: readonly BodyFileId[], now: Date): Promise<BodyFile | null> {
  if (ids.length === 0) return null
  const [first = null] = await tx.db
    .updateTable('body_file')
    .where('body_file.tenant_id', '=', tx.tenant)
    .where('body_file.id', 'in', ids)
    .set({ seen_at: now })
    .returning(columns)
    .execute()
  return first
}

/** What names files: a setting by its subject, or a service as it is being written (`service_draft`). */
export type FileUser = { readonly subject: string; readonly id: string }

/** Writes down which files are named in something, and whether it shows them to everybody; what it named before is forgotten. */
export async function saveFileUses(
  tx: Tx,
  { subject, id }: FileUser,
  { value, shown, now }: { readonly value: unknown; readonly shown: boolean; readonly now: Date },
): Promise<void> {
  const before = await forgetFileUses(tx, { subject, id })
  const named = filesIn(value)
  if (named.length > 0)
    await sql`
      insert into body_file_use (tenant_id, file_id, subject, subject_id, shown)
      select tenant_id, id, ${subject}, ${id}, ${shown} from body_file
      where tenant_id = ${tx.tenant} and id = any(${named}::uuid[])`.execute(tx.db)
  await touchBodyFiles(tx, [...named, ...before], now)
}

/** Forgets what something named, and tells it. */
export async function forgetFileUses(tx: Tx, { subject, id }: FileUser): Promise<readonly BodyFileId[]> {
  const rows = await tx.db
    .deleteFrom('body_file_use')
    .where('body_file_use.tenant_id', '=', tx.tenant)
    .where('body_file_use.subject', '=', subject)
    .where('body_file_use.subject_id', '=', id)
    .returning('body_file_use.file_id')
    .execute()
  return rows.map(({ file_id }) => file_id)
}
