import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { Database } from '#server/storage/database.ts'

const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()

type Sample = readonly [
  name: string,
  help: string,
  kind: 'gauge' | 'counter',
  values: readonly (readonly [labels: string, value: number])[],
]

/** What an operator watches, as Prometheus reads it (text format 0.0.4). */
export async function readMetrics(database: Database): Promise<string> {
  const memory = process.memoryUsage()
  const { pool } = database
  const samples: readonly Sample[] = [
    ['process_resident_memory_bytes', 'Resident memory.', 'gauge', [['', memory.rss]]],
    [
      'process_cpu_seconds_total',
      'Processor time.',
      'counter',
      [['', process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6]],
    ],
    [
      'nodejs_eventloop_delay_seconds',
      'How late timers are, 99th percentile since the start.',
      'gauge',
      [['', delay.percentile(99) / 1e9]],
    ],
    [
      'filo_database_connections',
      'Connections of the pool.',
      'gauge',
      [
        ['{state="idle"}', pool.idleCount],
        ['{state="busy"}', pool.totalCount - pool.idleCount],
        ['{state="wanted"}', pool.waitingCount],
      ],
    ],
    ['filo_jobs', 'Jobs in the queue by name and state.', 'gauge', await countJobs(database)],
  ]
  return samples.map(write).join('')
}

async function countJobs(database: Database): Promise<readonly (readonly [string, number])[]> {
  const { rows } = await sql<{ name: string; state: string; count: string }>`
    select name, state::text as state, count(*) as count from pgboss.job
    where state in ('created', 'retry', 'active', 'failed') group by name, state order by name, state`.execute(database.shared)
  return rows.map(({ name, state, count }) => [`{name="${name}",state="${state}"}`, Number(count)])
}

function write([name, help, kind, values]: Sample): string {
  const lines = values.map(([labels, value]) => `${name}${labels} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`
}
