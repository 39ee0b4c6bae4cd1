import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

type Index = { readonly name: string; readonly definition: string }

/** Grows the demonstration body to so many reports and 200 offices; indexes are made anew afterwards, which is far quicker. */
export async function fillDesk(socket: string, reports: number, offices = 200): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'filo' })
  await client.connect()
  try {
    // What is made up is whole by how it is made: keys to other tables are not looked up again, millions of times.
    await client.query('set session_replication_role = replica')
    await client.query("set maintenance_work_mem = '1GB'; set synchronous_commit = off; set work_mem = '256MB'")
    const { rows: indexes } = await client.query<Index>(`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
      from pg_index
      where indrelid in ('report'::regclass, 'report_event'::regclass, 'message'::regclass, 'inbox_entry'::regclass)
        and not indisunique`)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    const script = await readFile(join(import.meta.dirname, 'fill.sql'), 'utf8')
    await client.query(script.replaceAll('$REPORTS', String(reports)).replaceAll('$OFFICES', String(offices)))
    for (const { definition } of indexes) await client.query(definition)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
