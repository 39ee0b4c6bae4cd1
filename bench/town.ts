import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { cellOf } from '#domain/shared/cell.ts'
import { toMercator } from '#domain/shared/mercator.ts'

const stages = ['submitted', 'in_charge', 'planned', 'waiting', 'with_others', 'worked', 'resolved', 'declined'] as const
const batch = 2000

type Sample = {
  readonly tenant_id: string
  readonly category_id: string
  readonly routed_office_id: string
  readonly area_id: string
  readonly title: string
  readonly description: string
  readonly address: string
  readonly longitude: number
  readonly latitude: number
}

/** Fills the demonstration body up to so many reports: copies of those there are, elsewhere, at other times, in all stages. */
export async function fillTown(database: string, reports: number): Promise<void> {
  const client = new pg.Client(database)
  await client.connect()
  const { rows: samples } = await client.query<Sample>(
    'select tenant_id, category_id, routed_office_id, area_id, title, description, address, longitude, latitude from report where longitude is not null',
  )
  const { rows } = await client.query<{ highest: string }>('select max(number) as highest from report')
  const first = Number(rows[0]?.highest) + 1
  const [{ tenant_id: tenant } = { tenant_id: '' }] = samples
  await client.query(`begin; set local app.tenant = '${tenant}'`)
  for (let number = first; number <= reports; number += batch) {
    const wanted = Math.min(batch, reports - number + 1)
    await insert(
      client,
      Array.from({ length: wanted }, (_, n) => makeRow(samples, number + n, reports)),
    )
  }
  await client.query('update counter set value = $1 where tenant_id = $2', [reports, tenant])
  await client.query('commit')
  await client.query('analyze')
  await client.end()
}

function makeRow(samples: readonly Sample[], number: number, reports: number) {
  const sample = samples[(number * 7919) % samples.length]
  if (!sample) throw new Error('the demonstration has no reports')
  const stage = stages[(number * 31) % stages.length] ?? 'submitted'
  const submitted = new Date(Date.now() - ((reports - number) / reports) * 730 * 86_400_000)
  const place = {
    longitude: sample.longitude + (((number * 37) % 200) - 100) / 40_000,
    latitude: sample.latitude + (((number * 53) % 200) - 100) / 40_000,
  }
  const { x, y } = toMercator(place)
  const id = uuidv7()
  const closed = stage === 'resolved' || stage === 'declined'
  return {
    ...sample,
    ...place,
    id,
    number,
    submission_key: id,
    title: `${sample.title} ${number}`,
    kind: 'problem',
    answers: '{}',
    stage,
    stage_since: submitted,
    owner_office_id: stage === 'submitted' ? null : sample.routed_office_id,
    channel: 'web',
    xy: `(${x},${y})`,
    cell: cellOf(place),
    consent: true,
    moderation: 'approved',
    visible: stage !== 'submitted' && number % 10 < 8,
    submitted_at: submitted,
    updated_at: submitted,
    first_reply_due: new Date(submitted.getTime() + 3 * 86_400_000),
    resolution_due: new Date(submitted.getTime() + 20 * 86_400_000),
    closed_at: closed ? new Date(submitted.getTime() + 5 * 86_400_000) : null,
    version: 2,
  }
}

async function insert(client: pg.Client, rows: readonly ReturnType<typeof makeRow>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await client.query(`insert into report (${columns}) select ${columns} from json_populate_recordset(null::report, $1)`, [
    JSON.stringify(rows),
  ])
  const events = rows.map(({ tenant_id, id, submitted_at }) => ({
    tenant_id,
    id: uuidv7(),
    report_id: id,
    kind: 'submitted',
    version: 1,
    at: submitted_at,
    actor: { kind: 'author' },
    detail: { to: 'submitted' },
  }))
  await client.query('insert into report_event select * from json_populate_recordset(null::report_event, $1)', [
    JSON.stringify(events),
  ])
}
