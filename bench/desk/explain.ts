import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type pg from 'pg'
import type { TenantId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Tables } from '#server/storage/tables.ts'

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

/** The statements that a query asks, without a database: each answer is empty, so that it is asked to its end. */
export async function statementsOf(tenant: TenantId, ask: (reader: Reader) => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      statements.push({ sql: query.sql, parameters: query.parameters })
    },
  })
  await ask({ tenant, db })
  return statements
}

/** How PostgreSQL goes about a statement for this body, as it tells it. */
export async function explain(client: pg.ClientBase, tenant: TenantId, { sql, parameters }: Statement): Promise<string> {
  await client.query(`begin; set local app.tenant = '${tenant}'`)
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({
      text: `explain (analyze, costs off, timing off, summary off, buffers off) ${sql}`,
      values: [...parameters],
    })
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.query('rollback')
  }
}

/** The tables of a body's reports: whoever reads one from end to end for one screen waits the longer the more there are. */
const reportTables = [
  'report',
  'report_event',
  'message',
  'attachment',
  'mail_log',
  'inbox_entry',
  'report_read',
  'report_observer',
]

/** A scan that a limit ends this early reads no more as the table grows. */
const fewRows = 2500

/** The tables that a plan reads from end to end and should not. */
export function tablesReadWhole(plan: string): readonly string[] {
  const scans = [
    ...plan.matchAll(
      /Seq Scan on (\w+).*?actual rows=(\d+)[^\n]*(?:\n\s+Filter:[^\n]*)?(?:\n\s+Rows Removed by Filter: (\d+))?/g,
    ),
  ]
  return scans
    .filter(([, table = '', found, removed]) => reportTables.includes(table) && Number(found) + Number(removed ?? 0) > fewRows)
    .map(([, table = '']) => table)
}
