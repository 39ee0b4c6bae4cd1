import type { AppointmentFigures } from './appointments/appointments.ts'
import type { Weight } from './bytes.ts'
import type { DeskFigures } from './desk/desk.ts'
import type { Score } from './lighthouse.ts'
import type { Load } from './load.ts'
import type { RatingFigures } from './ratings/ratings.ts'
import type { Waiting } from './time.ts'

export type Results = {
  readonly machine?: Readonly<Record<'processor' | 'node' | 'postgres' | 'date' | 'commit', string>> &
    Readonly<Record<'cores' | 'memory' | 'reports', number>>
  readonly pages?: readonly Load[]
  readonly submit?: Load
  readonly memory?: { readonly idle: number; readonly loaded: number }
  readonly bytes?: readonly Weight[]
  readonly lighthouse?: readonly Score[]
  readonly desk?: readonly DeskFigures[]
  /** The desk takes long and is measured by itself. */
  readonly deskMeasured?: { readonly date: string; readonly commit: string }
  readonly appointments?: AppointmentFigures & { readonly date: string; readonly commit: string }
  readonly ratings?: RatingFigures & { readonly date: string; readonly commit: string }
}

const leastPerSecond: Readonly<Record<string, number>> = { list: 400, 'report page': 400 }
const most = { css: 55, js: 50, memory: 400 } as const
const leastScore = 95

/** The figures as a page, each beside its budget. */
export function write({
  machine,
  pages = [],
  submit,
  memory,
  bytes = [],
  lighthouse = [],
  desk = [],
  deskMeasured,
  appointments,
  ratings,
}: Results): string {
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

${writeDesk(desk, deskMeasured)}

${writeAppointments(appointments)}

${writeRatings(ratings)}
`
}

const deskMost = { p50: 30, p95: 80, growth: 2 } as const

/** The desk over few reports and over many, screen by screen. */
function writeDesk(desk: readonly DeskFigures[], measured: Results['deskMeasured']): string {
  const [few, many] = [desk[0], desk.at(-1)]
  if (!few || !many) return ''
  const rows = many.screens.map(({ name, p50, p95, worst }) => {
    const small = few.screens.find((screen) => screen.name === name)
    const growth = small && small.p50 > 0 ? Math.round((p50 / small.p50) * 10) / 10 : 1
    return [
      name,
      small?.p50 ?? '',
      small?.p95 ?? '',
      p50,
      p95,
      worst,
      growth,
      [verdict(deskMost.p50, p50, 'most'), verdict(deskMost.p95, p95, 'most')].join(', '),
      verdict(deskMost.growth, growth, 'most'),
    ]
  })
  const [small, large] = [few, many].map(({ reports }) => reports.toLocaleString('en'))
  return `## The desk
${measured ? `${measured.date}, commit ${measured.commit}. ` : ''}Milliseconds from request to last byte, whole pages with everything on them, one client, ${many.offices} offices; writing is the answer to the form. Statements of more than 200 ms in the database's log: ${few.slowStatements} over ${small}, ${many.slowStatements} over ${large} reports. How the common queries go about it: [queries](queries/).

${table(['', `p50, ${small}`, `p95, ${small}`, `p50, ${large}`, `p95, ${large}`, 'worst', 'growth', 'budget p50, p95', 'budget growth'], rows)}`
}

/** Milliseconds for what pages ask of the engine and of the database. */
const waitMost: Readonly<Record<string, number>> = { 'a month of all calendars': 50 }

/** The engine of appointments, without pages. */
function writeAppointments(figures: Results['appointments']): string {
  if (!figures) return ''
  const { calendars, bookings, free, waits, date, commit } = figures
  return `## Appointments
${date}, commit ${commit}. Milliseconds in the process, from the question to the answer, over ${calendars} calendars and ${bookings.toLocaleString('en')} bookings of a year, of which three months lie ahead; the month has ${free.toLocaleString('en')} free slots.

${tableOfWaits(waits)}`
}

/** What ratings ask of the database, without pages. */
function writeRatings(figures: Results['ratings']): string {
  if (!figures) return ''
  const { ratings, subjects, waits, date, commit } = figures
  return `## Ratings
${date}, commit ${commit}. Milliseconds in the process over ${ratings.toLocaleString('en')} ratings of three years, of ${subjects.toLocaleString('en')} pages, sheets, offices, questions and flows; one in ten with a text. Results are everything that the page of staff reads for an address; without one, the twelve months it begins with.

${tableOfWaits(waits)}`
}

function tableOfWaits(waits: readonly Waiting[]): string {
  return table(
    ['', 'p50', 'p95', 'worst', 'budget p50'],
    waits.map(({ name, p50, p95, worst }) => [name, p50, p95, worst, verdict(waitMost[name], p50, 'most')]),
  )
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
