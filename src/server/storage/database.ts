import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { isId, type TenantId } from '#domain/shared/id.ts'
import type { JobName, Jobs } from '#server/jobs/catalogue.ts'
import type { Tables } from './tables.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** What can be asked of the database within one tenant; nothing can be written through it. */
export type Reader = {
  readonly tenant: TenantId
  readonly db: Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'getExecutor' | 'fn'>
}

/** An open transaction within one tenant: facts are written through it, and what has to follow them is asked for in it. */
export type Tx = {
  readonly tenant: TenantId
  readonly db: Kysely<Tables>
  later<Name extends JobName>(name: Name, payload: Jobs[Name], options?: { readonly after: Date }): Promise<void>
}

/** Puts a job beside the facts of an open transaction: both or neither. */
export type Enqueue = (db: Kysely<Tables>, name: JobName, payload: object, after: Date | null) => Promise<void>

export type Database = {
  /** The small tables that all tenants share; no tenant's rows are seen through it. */
  readonly shared: Kysely<Tables>
  readonly pool: pg.Pool
  read<T>(tenant: TenantId, work: (reader: Reader) => Promise<T>): Promise<T>
  transaction<T>(tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the few platform tasks that cross tenants, such as sweeps. */
  everyTenant<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens a pool on a PostgreSQL, wherever it is; refuses a role that row-level security does not hold. */
export async function openDatabase(url: string, enqueue: Enqueue, connections = 16): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  pool.on('error', () => undefined)
  const shared = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await refuseMightyRole(shared)
  return {
    shared,
    pool,
    read: (tenant, work) => within(shared, 'begin read only', tenantSetting(tenant), (db) => work({ tenant, db })),
    transaction: (tenant, work) => within(shared, 'begin', tenantSetting(tenant), (db) => work(openTx(tenant, db, enqueue))),
    everyTenant: (work) => within(shared, 'begin', 'every', work),
    close: () => shared.destroy(),
  }
}

function openTx(tenant: TenantId, db: Kysely<Tables>, enqueue: Enqueue): Tx {
  return { tenant, db, later: (name, payload, options) => enqueue(db, name, payload, options?.after ?? null) }
}

/** The setting is a literal, because a pooler and Citus pass it on so; hence the check of its shape. */
function tenantSetting(tenant: TenantId): string {
  if (!isId(tenant)) throw new Error('not a tenant id')
  return tenant
}

async function within<T>(
  shared: Kysely<Tables>,
  begin: string,
  setting: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return shared.connection().execute(async (db) => {
    await sql.raw(`${begin}; set local app.tenant = '${setting}'`).execute(db)
    try {
      const value = await work(db)
      await sql.raw(isRefusal(value) ? 'rollback' : 'commit').execute(db)
      return value
    } catch (fault) {
      await sql
        .raw('rollback')
        .execute(db)
        .catch(() => undefined)
      throw fault
    }
  })
}

/** A refusal leaves nothing behind. */
function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

async function refuseMightyRole(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{
    mighty: boolean
  }>`select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user`.execute(db)
  if (rows[0]?.mighty !== false) {
    throw new Error(
      'The database role is a superuser or passes row-level security by: serve with a plain role that owns its database',
    )
  }
}
