import type { Weight } from './bytes.ts'
import type { Score } from './lighthouse.ts'
import type { Load } from './load.ts'

export type Results = {
  readonly machine?: Readonly<Record<'processor' | 'node' | 'postgres' | 'date' | 'commit', string>> &
    Readonly<Record<'cores' | 'memory' | 'reports', number>>
  readonly pages?: readonly Load[]
  readonly submit?: Load
  readonly memory?: { readonly idle: number; readonly loaded: number }
  readonly bytes?: readonly Weight[]
  readonly lighthouse?: readonly Score[]
}

const leastPerSecond: Readonly<Record<string, number>> = { list: 400, 'report page': 400 }
const most = { css: 55, js: 50, memory: 400 } as const
const leastScore = 95

/** The figures as a page, each beside its budget. */
export function write({ machine, pages = [], submit, memory, bytes = [], lighthouse = [] }: Results): string {
  return `# Benchmarks

Made by \`./filo bench\`; never timed in a test. ${machine ? `${machine.date}, commit ${machine.commit}: ${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB, Node ${machine.node}, PostgreSQL ${machine.postgres} (embedded), ${machine.reports.toLocaleString('en')} reports. Server, database and the load on it share the cores: compare ratios, not absolute numbers.` : ''}

## Requests
One process, eight connections, each asking for the same address again and again: home, list and report page are rendered once a second and shared (decisions/0008-islands.md), the others are worked out each time. Without sharing, on 2026-11-23: home 718, list 385, filtered 250, search 153, report page 654 requests/s.

${table(
  ['', 'requests/s', 'p50 ms', 'p99 ms', 'failed', 'budget'],
  [...pages, ...(submit ? [submit] : [])].map((load) => [
    load.name,
    load.perSecond,
    load.p50,
    load.p99,
    load.failed,
    verdict(leastPerSecond[load.name], load.perSecond, 'least'),
  ]),
)}

## Memory of the process
${memory ? `${memory.idle} MB idle, ${memory.loaded} MB after the load above (budget ${most.memory} MB: ${memory.loaded <= most.memory ? 'kept' : 'missed'}).` : ''}

## What a browser fetches
Kilobytes after gzip, before a map is shown; fonts as they are.

${table(
  ['', 'HTML', 'CSS', 'JavaScript', 'fonts', 'CSS budget', 'JavaScript budget'],
  bytes.map((page) => [
    page.name,
    page.html,
    page.css,
    page.js,
    page.fonts,
    verdict(most.css, page.css, 'most'),
    verdict(most.js, page.js, 'most'),
  ]),
)}

## Lighthouse, mobile
${table(
  ['', 'performance', 'accessibility', 'best practices', 'SEO', 'budget'],
  lighthouse.map((page) => [
    page.name,
    page.performance,
    page.accessibility,
    page.practices,
    page.seo,
    verdict(leastScore, page.performance, 'least'),
  ]),
)}
`
}

function verdict(budget: number | undefined, value: number, kind: 'least' | 'most'): string {
  if (budget === undefined) return ''
  const kept = kind === 'least' ? value >= budget : value <= budget
  return `${kind === 'least' ? '≥' : '≤'} ${budget}: ${kept ? 'kept' : 'missed'}`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
