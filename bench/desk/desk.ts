import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Staff } from '#domain/people/actor.ts'
import type { AccountId, CategoryId, OfficeId, ReportId, TenantId } from '#domain/shared/id.ts'
import { openDatabase } from '#server/storage/database.ts'
import { openDirectories } from '#server/storage/directory.ts'
import { ask, startServer, stop } from '#tests/crash/server.ts'
import type { Waiting } from '../time.ts'
import { commonQueries } from './common-queries.ts'
import { explain, type Statement, statementsOf } from './explain.ts'
import { fillDesk } from './fill.ts'
import { measureDesk, type Sample, type ToTriage } from './measure.ts'

/** What people at the desk wait for with so many reports, and how many statements took longer than they should. */
export type DeskFigures = {
  readonly reports: number
  readonly offices: number
  readonly screens: readonly Waiting[]
  readonly slowStatements: number
}

const offices = 200
/** Milliseconds after which a statement counts as slow. */
const slow = 200
const plansFolder = join(import.meta.dirname, '../../docs/queries')

/** Fills a body of its own up to so many reports and measures the desk on it; where asked, keeps how the common queries go about it. */
export async function measureDeskWith(reports: number, plans: 'keep plans' | 'figures alone'): Promise<DeskFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'filo-bench-desk-'))
  const socket = join(folder, 'postgres')
  let server = await startServer(folder)
  try {
    console.log(`filling a body up to ${reports} reports and ${offices} offices`)
    await fillDesk(socket, reports, offices)
    await logSlowStatements(socket)
    await stop(server)
    server = await startServer(folder)
    const screens = await measureDesk(server.url, await takeSample(folder))
    const slowStatements = await countSlowStatements(join(socket, 'log'))
    if (plans === 'keep plans') await keepPlans(socket, reports)
    return { reports, offices, screens, slowStatements }
  } finally {
    await stop(server)
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeSample(folder: string): Promise<Sample> {
  const first = async (question: string) => (await ask<Record<'one', string>>(folder, question)).map(({ one }) => String(one))
  return {
    numbers: await first('select number as one from report where number % 977 = 3 order by number desc limit 60'),
    toTriage: await ask<ToTriage>(
      folder,
      `select number::text, version::text, kind, category_id as category, coalesce(area_id::text, '') as area, routed_office_id as office
       from report where stage = 'submitted' and number > 400 order by number limit 65`,
    ),
    streets: await first('select name as one from street order by id limit 8'),
    categories: await first('select code as one from category where parent_id is not null order by code limit 12'),
    areas: await first('select code as one from area order by code limit 12'),
  }
}

async function logSlowStatements(socket: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'filo' })
  await client.connect()
  await client.query('alter system set logging_collector = on')
  await client.query("alter system set log_directory = 'log'")
  await client.query(`alter system set log_min_duration_statement = ${slow}`)
  await client.end()
}

/** The demonstration's own beginning is not what a person waits for: only statements of people's screens are counted. */
async function countSlowStatements(folder: string): Promise<number> {
  const names = await readdir(folder)
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.join('\n').match(/duration: [\d.]+ ms {2}(execute|statement)/g)?.length ?? 0
}

async function keepPlans(socket: string, reports: number): Promise<void> {
  const database = await openDatabase(`postgresql://filo@localhost/filo?host=${encodeURIComponent(socket)}`, async () => {})
  const client = new pg.Client({ host: socket, user: 'filo', database: 'filo' })
  await client.connect()
  try {
    const { id: tenant } = await database.shared.selectFrom('tenant').select('tenant.id').executeTakeFirstOrThrow()
    const directory = await openDirectories(database, () => new Date()).of(tenant)
    const { report, person, office, category } = await pick(client, tenant)
    const desk: Staff = { kind: 'staff', account: person, memberships: [{ role: 'desk', office: null }] }
    const worker: Staff = { kind: 'staff', account: person, memberships: [{ role: 'office_operator', office }] }
    const asking = { directory, desk, office: worker, report: report.id, number: report.number, category, now: new Date() }
    await mkdir(plansFolder, { recursive: true })
    for (const { name, about, ask: query } of commonQueries(asking)) {
      const statements = await statementsOf(client, tenant, query)
      const parts: string[] = []
      for (const statement of statements) parts.push(await describePlan(client, tenant, statement))
      const text = `# ${name}\n\n${about} Made by \`./filo bench desk\` over ${reports.toLocaleString('en')} reports.\n\n${parts.join('\n')}`
      await writeFile(join(plansFolder, `${name}.md`), text)
    }
  } finally {
    await client.end()
    await database.close()
  }
}

async function describePlan(client: pg.Client, tenant: TenantId, statement: Statement): Promise<string> {
  const plan = await explain(client, tenant, statement)
  return `\`\`\`sql\n${statement.sql}\n\`\`\`\n\n\`\`\`\n${plan}\n\`\`\`\n`
}

type Picked = {
  readonly report: { readonly id: ReportId; readonly number: number }
  readonly person: AccountId
  readonly office: OfficeId
  readonly category: CategoryId
}

async function pick(client: pg.Client, tenant: TenantId): Promise<Picked> {
  await client.query(`begin; set local app.tenant = '${tenant}'`)
  const { rows } = await client.query<{
    id: ReportId
    number: string
    person: AccountId
    office: OfficeId
    category: CategoryId
  }>(
    `select id, number, owner_person_id as person, owner_office_id as office, category_id as category from report
     where tenant_id = $1 and owner_person_id is not null and closed_at is null order by number limit 1`,
    [tenant],
  )
  await client.query('rollback')
  const [row] = rows
  if (!row) throw new Error('the body has no report that somebody has')
  return { report: { id: row.id, number: Number(row.number) }, person: row.person, office: row.office, category: row.category }
}
