import { sql } from 'kysely'
import type { Actor } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { readableBy } from '#server/storage/readable-by.ts'

/** Another report as a line beside this one. */
export type Beside = {
  readonly id: ReportId
  readonly number: number
  readonly title: string
  readonly address: string | null
  readonly stage: Stage
  readonly submittedAt: Date
  /** Its author wrote something that nobody has answered. */
  readonly authorWaits: boolean
  /** Whether the person may open it. */
  readonly readable: boolean
}

/** What a report has to do with others: the group that it leads or belongs to, its parts or its whole, what is linked to it. */
export type Surroundings = {
  readonly lead: Beside | null
  readonly followers: readonly Beside[]
  /** How many different people reported it, as far as their addresses tell. */
  readonly people: number
  readonly parts: readonly Beside[]
  readonly whole: Beside | null
  readonly related: readonly (Beside & { readonly note: string })[]
}

const mostFollowers = 200

/** Everything that a report has to do with others; its history tells of its parts. */
export async function readSurroundings(
  reader: Reader,
  by: Actor,
  report: Report,
  history: readonly ReportEvent[],
): Promise<Surroundings> {
  const leading = report.lead ?? report.id
  const { rows: links } = await sql<{ id: ReportId; note: string }>`
    select report_relation.high_id as id, report_relation.note from report_relation
      where report_relation.tenant_id = ${reader.tenant} and report_relation.low_id = ${report.id}
    union all
    select report_relation.low_id, report_relation.note from report_relation
      where report_relation.tenant_id = ${reader.tenant} and report_relation.high_id = ${report.id}`.execute(reader.db)
  const notes = new Map(links.map(({ id, note }) => [id, note]))
  const { parts, whole } = splitsOf(history)
  const others = await readBeside(reader, by, [...notes.keys(), ...parts, ...whole, ...(report.lead ? [report.lead] : [])])
  const pick = (ids: Iterable<ReportId>) => [...ids].flatMap((id) => others.get(id) ?? [])
  const followers = report.lead === null ? await readFollowers(reader, by, report.id) : []
  return {
    lead: report.lead ? (others.get(report.lead) ?? null) : null,
    followers,
    people: report.lead === null && followers.length === 0 ? 1 : await countPeople(reader, leading),
    parts: pick(parts),
    whole: pick(whole)[0] ?? null,
    related: pick(notes.keys()).map((beside) => ({ ...beside, note: notes.get(beside.id) ?? '' })),
  }
}

/** How many different people reported what this group is about: one for each address or, without one, for each author. */
async function countPeople({ db, tenant }: Reader, lead: ReportId): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct coalesce(lower(author.email), author.id::text)) as people
    from report
    join author on author.tenant_id = ${tenant} and author.id = report.author_id
    where report.tenant_id = ${tenant} and (report.id = ${lead} or report.lead_id = ${lead})`.execute(db)
  return rows[0]?.people ?? 0
}

function splitsOf(history: readonly ReportEvent[]): { readonly parts: readonly ReportId[]; readonly whole: readonly ReportId[] } {
  return {
    parts: history.flatMap(({ kind, detail }) => (kind === 'split' || kind === 'split_off' ? (detail.others ?? []) : [])),
    whole: history.flatMap(({ kind, detail }) => (kind === 'split_off' && detail.other ? [detail.other] : [])),
  }
}

type Row = Omit<Beside, 'submittedAt' | 'authorWaits'> & { readonly submitted_at: Date; readonly author_waits_since: Date | null }

const line = (by: Actor, tenant: Reader['tenant']) => sql<Row>`
  select report.id, report.number, report.title, report.address, report.stage, report.submitted_at, report.author_waits_since,
    coalesce(${readableBy(by, tenant)}, false) as readable
  from report
  where report.tenant_id = ${tenant}`

async function readBeside({ db, tenant }: Reader, by: Actor, ids: readonly ReportId[]): Promise<ReadonlyMap<ReportId, Beside>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    ${line(by, tenant)} and report.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, toBeside(row)]))
}

async function readFollowers({ db, tenant }: Reader, by: Actor, lead: ReportId): Promise<readonly Beside[]> {
  const { rows } = await sql<Row>`
    ${line(by, tenant)} and report.lead_id = ${lead}
    order by report.number limit ${mostFollowers}`.execute(db)
  return rows.map(toBeside)
}

function toBeside({ submitted_at, author_waits_since, ...row }: Row): Beside {
  return { ...row, submittedAt: submitted_at, authorWaits: author_waits_since !== null }
}
