import type { BodyFileId, BodyFileKind } from '#domain/files/body-file.ts'
import type { Reader } from '#server/storage/database.ts'

/** A file of the body with what decides who may have it. */
export type FoundBodyFile = {
  readonly kind: BodyFileKind
  readonly key: string
  readonly name: string
  readonly mediaType: string
  /** Something that everybody sees names it. */
  readonly shown: boolean
}

/** Finds a file of the body, and whether anything that everybody sees names it, at one look. */
export async function findBodyFile({ db, tenant }: Reader, id: BodyFileId): Promise<FoundBodyFile | null> {
  const row = await db
    .selectFrom('body_file')
    .where('body_file.tenant_id', '=', tenant)
    .where('body_file.id', '=', id)
    .select(['body_file.kind', 'body_file.storage_key as key', 'body_file.name', 'body_file.media_type as mediaType'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('body_file_use')
          .where('body_file_use.tenant_id', '=', tenant)
          .where('body_file_use.file_id', '=', id)
          .where('body_file_use.shown', '=', true)
          .select('body_file_use.subject'),
      ).as('shown'),
    )
    .executeTakeFirst()
  return row ? { ...row, shown: row.shown === true } : null
}
