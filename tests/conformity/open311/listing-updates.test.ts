import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { publicReport } from '#tests/publish.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type Client, keyOf } from './client.ts'
import { openProgramme, type Programme } from './programme.ts'

let town: Town
let client: Client
let key: string
let sent: Programme['sent']
let desk: Programme['desk']
let update: Programme['update']
let later: Programme['later']
let now: Programme['now']

beforeAll(async () => {
  town = await openTown()
  ;({ client, key, sent, desk, update, later, now } = await openProgramme(town))
})
afterAll(() => town.close())

describe('GET servicerequestupdates', () => {
  test('tells what the body did in public, oldest first, and nothing else', async () => {
    const start = later(60)
    const report = await publicReport(town)
    await desk(report.id, { act: 'plan', date: '2026-12-24' })
    await desk(report.id, { act: 'ask', text: 'Una domanda privata' })
    await desk(report.id, { act: 'resume' })
    await desk(report.id, { act: 'decline', reason: 'not_competent', text: 'Compete alla Regione.', duplicateOf: null })
    const window = `start_date=${start.toISOString()}&end_date=${now().toISOString()}`
    const { body, text } = await client.get(`servicerequestupdates.json?${window}`)
    const id = String(report.number)
    expect(body.map(({ update_id: _, updated_datetime: __, ...told }: Record<string, string>) => told)).toEqual([
      {
        service_request_id: id,
        status: 'INVESTIGATING',
        description: 'La segnalazione è stata presa in carico: Strade.',
        media_url: null,
      },
      {
        service_request_id: id,
        status: 'ACTION_SCHEDULED',
        description: 'L’intervento è stato programmato per giovedì 24 dicembre 2026.',
        media_url: null,
      },
      {
        service_request_id: id,
        status: 'INVESTIGATING',
        description: 'A chi ha segnalato sono state chieste altre informazioni.',
        media_url: null,
      },
      {
        service_request_id: id,
        status: 'INVESTIGATING',
        description: 'Il lavoro sulla segnalazione è ripreso.',
        media_url: null,
      },
      { service_request_id: id, status: 'NOT_COUNCILS_RESPONSIBILITY', description: 'Compete alla Regione.', media_url: null },
    ])
    expect(text).not.toContain('privata')
    const xml = await client.get(`servicerequestupdates.xml?${window}&status=CLOSED`)
    const [declined] = xml.body.service_request_updates.request_update
    expect(declined).toMatchObject({ update_id: body[4].update_id, description: 'Compete alla Regione.' })
    expect(Date.parse(declined.updated_datetime)).toBeLessThanOrEqual(now().getTime())
  })

  test('tells the program of its own report before everyone sees it, the question too', async () => {
    const report = await sent()
    await desk(report.id, { act: 'ask', text: 'Quanto è profonda?' })
    const path = `servicerequestupdates.json?service_request_id=${report.number}`
    expect((await client.get(path)).body).toEqual([])
    expect((await client.get(`${path}&api_key=${await keyOf(town)}`)).body).toEqual([])
    const { body } = await client.get(`${path}&api_key=${key}`)
    expect(body).toMatchObject([{ status: 'INVESTIGATING', description: 'Quanto è profonda?' }])
  })

  test('never tells the words of authors and notes', async () => {
    const report = await publicReport(town)
    later()
    const move = { act: 'mark_worked', text: 'Nota interna riservata' } as const
    await moveReport(town.world, town.tenant, { report: report.id, move, seenVersion: null, by: town.roads, channel: 'web' })
    const { body, text } = await client.get(`servicerequestupdates.json?service_request_id=${report.number}`)
    expect(body.at(-1)).toMatchObject({ status: 'IN_PROGRESS', description: expect.stringContaining('eseguito') })
    expect(text).not.toContain('riservata')
  })

  test('gives a reopening the id that its sender was given', async () => {
    const report = await sent()
    await desk(report.id, { act: 'resolve', text: 'Fatto' })
    later()
    const { body: given } = await client.post('servicerequestupdates.json', update(report, ['email', 'ada@example.org']))
    const seen = await client.get(`servicerequestupdates.json?update_id=${given[0].update_id}&api_key=${key}`)
    expect(seen.body).toMatchObject([{ update_id: given[0].update_id, service_request_id: String(report.number) }])
  })

  test('takes the last day when nothing is asked for, whole seconds at both ends, and pages', async () => {
    later(3 * 24 * 60)
    const instant = later(1.007)
    await publicReport(town)
    await publicReport(town)
    expect((await client.get('servicerequestupdates.json')).body).toHaveLength(2)
    const second = instant.toISOString().replace(/\.\d+Z/, 'Z')
    expect((await client.get(`servicerequestupdates.json?start_date=${second}&end_date=${second}`)).body).toHaveLength(2)
    expect((await client.get('servicerequestupdates.json?page_size=1&page=2')).body).toHaveLength(1)
    expect((await client.get('servicerequestupdates.json?page_size=1&page=3')).body).toEqual([])
  })

  test.each([
    ['start_date=2026-05-11', 'start_date, end_date'],
    ['start_date=x&end_date=2026-05-11', 'start_date'],
    ['start_date=2026-05-12&end_date=2026-05-11', 'end_date'],
    ['start_date=2026-01-01&end_date=2026-05-11', '90'],
    ['status=LATER', 'status'],
    ['page=-1', 'page'],
  ] as const)('refuses %s', async (query, name) => {
    const { status, body } = await client.get(`servicerequestupdates.json?${query}`)
    expect({ status, code: body[0].code }).toEqual({ status: 400, code: 400 })
    expect(body[0].description).toContain(name)
  })
})
