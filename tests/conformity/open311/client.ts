import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Report } from '#domain/reports/report.ts'
import { createApi } from '#server/delivery/api.ts'
import { findReportByNumber } from '#server/storage/reports.ts'
import { createApiKey } from '#server/use-cases/api-keys/create-api-key.ts'
import type { Town } from '#tests/town.ts'

/** What a client sees of an answer. */
type Seen = {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
  readonly body: any
}

export type Client = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Seen>
  call(path: string, init: RequestInit): Promise<Seen>
  /** As application/x-www-form-urlencoded; pairs, so that a name may come more than once. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Seen>
  multipart(path: string, fields: Fields): Promise<Seen>
}

export type Fields = readonly (readonly [string, string | File])[]

const lists = ['service', 'attribute', 'value', 'request', 'request_update', 'error', 'endpoint', 'format', 'photo']
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) })

/** A client of a town's Open311 service, at the town's own host unless another is named. */
export function openClient(town: Town, host = `${town.directory.tenant.slug}.filo.test`): Client {
  const api = createApi(town.installation)
  const call = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const response = await api.fetch(new Request(`http://${host}/open311/v2/${path}`, init))
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, headers: response.headers, text, body: read(type, text) }
  }
  return {
    call,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams(fields.filter((field): field is [string, string] => typeof field[1] === 'string'))
      return call(path, { method: 'POST', body, headers })
    },
    multipart: (path, fields) => {
      const body = new FormData()
      for (const [name, value] of fields) body.append(name, value)
      return call(path, { method: 'POST', body })
    },
  }
}

function read(type: string, text: string): unknown {
  if (text === '') return null
  if (type.startsWith('application/json')) return JSON.parse(text)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Error(`not well formed: ${valid.err.msg}\n${text}`)
  return parser.parse(text)
}

/** A key of the town with these scopes. */
export async function keyOf(town: Town, scopes: readonly string[] = ['open311:read', 'open311:write']): Promise<string> {
  const created = await createApiKey(town.world, town.tenant, { by: { kind: 'system' }, name: 'client', scopes })
  if (!created.ok) throw new Error(created.refusal)
  return created.value.secret
}

/** The report that a POST of these fields made; fails when it was refused. */
export async function postReport(town: Town, fields: Fields): Promise<Report> {
  const client = openClient(town)
  const hasFiles = fields.some(([, value]) => typeof value !== 'string')
  const seen = await (hasFiles ? client.multipart : client.post)('requests.json', fields)
  if (seen.status !== 200) throw new Error(seen.text)
  const number = Number(seen.body[0].service_request_id)
  const id = await town.world.read(town.tenant, (reader) => findReportByNumber(reader, number))
  if (id === null) throw new Error('the report that was answered is not there')
  return town.read(id)
}

/** How many reports there are, of all bodies. */
export async function countReports(town: Town): Promise<number> {
  const { rows } = await town.installation.database.pool.query<{ n: number }>('select count(*)::int as n from report')
  return rows[0]?.n ?? 0
}
