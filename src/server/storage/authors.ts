import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { AuthorId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** Keeps who a report is from, apart from the report. */
export async function insertAuthor(tx: Tx, id: AuthorId, author: AuthorDetails): Promise<void> {
  await tx.db
    .insertInto('author')
    .values({
      tenant_id: tx.tenant,
      id,
      first_name: author.firstName,
      last_name: author.lastName,
      email: author.email,
      phone: author.phone,
      locale: author.locale,
    })
    .execute()
}

/** Who a report is from; asking needs the capability to see contacts, or a mail to send. */
export async function readAuthor({ db, tenant }: Reader, id: AuthorId): Promise<AuthorDetails | null> {
  const row = await db
    .selectFrom('author')
    .where('author.tenant_id', '=', tenant)
    .where('author.id', '=', id)
    .select(['first_name', 'last_name', 'email', 'phone', 'locale'])
    .executeTakeFirst()
  if (!row) return null
  return { firstName: row.first_name, lastName: row.last_name, email: row.email, phone: row.phone, locale: row.locale }
}

/** Writes anew who a report is from. */
export async function saveAuthor(tx: Tx, id: AuthorId, author: AuthorDetails): Promise<void> {
  await tx.db
    .updateTable('author')
    .where('author.tenant_id', '=', tx.tenant)
    .where('author.id', '=', id)
    .set({ first_name: author.firstName, last_name: author.lastName, email: author.email, phone: author.phone })
    .execute()
}

/** Who several reports are from, by the author's id. */
export async function readAuthors(
  { db, tenant }: Reader,
  ids: readonly AuthorId[],
): Promise<ReadonlyMap<AuthorId, AuthorDetails>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('author')
    .where('author.tenant_id', '=', tenant)
    .where('author.id', 'in', ids)
    .select(['id', 'first_name', 'last_name', 'email', 'phone', 'locale'])
    .execute()
  return new Map(
    rows.map(({ id, first_name, last_name, email, phone, locale }) => [
      id,
      { firstName: first_name, lastName: last_name, email, phone, locale },
    ]),
  )
}

/** Whether an author has an address, as a person is known by it. An array, because PostgreSQL would rather walk a million reports than join a handful. */
export function isAuthorWith({ db, tenant }: Reader, author: string, email: string): RawBuilder<SqlBool> {
  const known = db
    .selectFrom('author')
    .where('author.tenant_id', '=', tenant)
    .where('author.email_key', '=', email)
    .select('author.id')
  return sql<SqlBool>`${sql.ref(author)} = any(array${known})`
}
