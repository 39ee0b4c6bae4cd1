import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import type { TenantId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Tables } from '#server/storage/tables.ts'

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

/** The statements that a query asks of this body, one after the other, as it goes on with each answer. */
export async function statementsOf(
  client: pg.ClientBase,
  tenant: TenantId,
  ask: (reader: Reader) => Promise<unknown>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: poolOf(client) }),
    log: ({ query }) => {
      statements.push({ sql: query.sql, parameters: query.parameters })
    },
  })
  await inBody(client, tenant, () => ask({ tenant, db }))
  return statements
}

/** The one connection, lent again and again. */
function poolOf(client: pg.ClientBase): PostgresPool {
  const lent = { query: client.query.bind(client), release: () => {} } as PostgresPoolClient
  return { connect: async () => lent, end: async () => {}, options: {} }
}

async function inBody<Found>(client: pg.ClientBase, tenant: TenantId, ask: () => Promise<Found>): Promise<Found> {
  await client.query(`begin; set local app.tenant = '${tenant}'`)
  return ask().finally(() => client.query('rollback'))
}

/** How PostgreSQL goes about a statement for this body, as it tells it. */
export async function explain(client: pg.ClientBase, tenant: TenantId, { sql, parameters }: Statement): Promise<string> {
  const text = `explain (analyze, costs off, timing off, summary off, buffers off) ${sql}`
  const { rows } = await inBody(client, tenant, () => client.query<{ 'QUERY PLAN': string }>({ text, values: [...parameters] }))
  return rows.map((row) => row['QUERY PLAN']).join('\n')
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
