import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#domain/people/actor.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Locale } from '#domain/shared/words.ts'
import type { Reader } from './database.ts'
import { readableBy } from './readable-by.ts'

/** Somebody who has written before, by the latest report of theirs that the person may read. */
export type KnownAuthor = {
  readonly author: AuthorDetails
  readonly report: ReportId
  readonly number: number
  readonly title: string
  readonly submittedAt: Date
}

type Row = {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly locale: Locale
  readonly report: ReportId
  readonly number: number
  readonly title: string
  readonly submitted_at: Date
}

const mostMatches = 200
const shown = 8

/** Whoever has this address, this telephone number or a surname that begins so; each once, who wrote last first. */
export async function searchAuthors({ db, tenant }: Reader, by: Actor, text: string): Promise<readonly KnownAuthor[]> {
  const { rows } = await sql<Row>`
    select distinct on (matched.who) matched.*
    from (
      select coalesce(author.email_key, author.phone_key, author.id::text) as who,
        author.first_name, author.last_name, author.email, author.phone, author.locale,
        report.id as report, report.number, report.title, report.submitted_at
      from author
      join report on report.tenant_id = ${tenant} and report.author_id = author.id
      where author.tenant_id = ${tenant} and ${isMeant(text)} and ${readableBy(by, tenant)}
      limit ${mostMatches}
    ) matched
    order by matched.who, matched.number desc`.execute(db)
  return rows
    .toSorted((one, other) => other.number - one.number)
    .slice(0, shown)
    .map(({ first_name, last_name, email, phone, locale, submitted_at, report, number, title }) => ({
      author: { firstName: first_name, lastName: last_name, email, phone, locale },
      report,
      number,
      title,
      submittedAt: submitted_at,
    }))
}

/** Whether an author is the one of whom somebody knows the address, the telephone number or how their family name begins. */
export function isMeant(text: string): RawBuilder<SqlBool> {
  const words = text.trim().toLowerCase()
  if (words.includes('@')) return sql<SqlBool>`author.email_key = ${words}`
  const digits = words.replace(/\D/g, '')
  if (digits.length >= 5 && /^[\d\s+./()-]+$/.test(words)) return sql<SqlBool>`author.phone_key = ${digits.slice(-9)}`
  const last = words.split(/\s+/).at(-1) ?? ''
  return sql<SqlBool>`author.name_key >= ${last} and author.name_key < ${`${last}\uffff`}`
}
