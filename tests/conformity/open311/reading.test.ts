import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '#tests/town.ts'
import { type Client, keyOf, openClient } from './client.ts'

let town: Town
let client: Client

beforeAll(async () => {
  town = await openTown()
  client = openClient(town)
})
afterAll(() => town.close())

describe('discovery', () => {
  test('has every field of the standard, in both formats alike', async () => {
    const { body } = await client.get('discovery.json')
    expect(Object.keys(body)).toEqual(['changeset', 'contact', 'key_service', 'endpoints'])
    expect(body.endpoints).toEqual([
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `http://${town.directory.tenant.slug}.filo.test/open311/v2`,
        changeset: body.changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ])
    const { discovery } = (await client.get('discovery.xml')).body
    expect(discovery.endpoints.endpoint[0].formats.format).toEqual(['text/xml', 'application/json'])
    expect(discovery.changeset).toBe(body.changeset)
  })

  test('is what the bare address answers', async () => {
    expect((await client.get('', { accept: 'application/json' })).body).toHaveProperty('endpoints')
  })
})

describe('services', () => {
  test('are a bare array in JSON', async () => {
    const { body, type } = await client.get('services.json')
    expect(type).toBe('application/json; charset=utf-8')
    expect(body[1]).toEqual({
      service_code: 'lamp',
      service_name: 'Lampione spento',
      description: 'Lampione spento',
      metadata: true,
      type: 'realtime',
      keywords: '',
      group: 'Strade e marciapiedi',
    })
    expect(body.map((service: { service_code: string }) => service.service_code)).toEqual(['pothole', 'lamp', 'tree'])
  })

  test('are services of a list in XML', async () => {
    const { body, type, text } = await client.get('services.xml?lat=44.05&long=9.05')
    expect(type).toBe('text/xml; charset=utf-8')
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>pothole/)
    expect(body.services.service[0].metadata).toBe('false')
  })

  test.each(['?locale=en', '?lingua=en'])('speak English when asked with %s', async (query) => {
    expect((await client.get(`services.json${query}`)).body[1].service_name).toBe('Lampione spento (en)')
  })
})

describe('a service definition', () => {
  test('lists its questions as attributes, with their options as values', async () => {
    const { body } = await client.get('services/lamp.json')
    expect(body.service_code).toBe('lamp')
    expect(body.attributes[1]).toEqual({
      variable: true,
      code: 'how_many',
      datatype: 'singlevaluelist',
      required: false,
      datatype_description: 'Una delle voci dell’elenco',
      order: 2,
      description: 'Quanti?',
      values: [
        { key: 'one', name: 'Uno' },
        { key: 'many', name: 'Molti' },
      ],
    })
    const { service_definition: xml } = (await client.get('services/lamp.xml')).body
    expect(xml.attributes.attribute[1].values.value[1]).toEqual({ key: 'many', name: 'Molti' })
    expect(xml.attributes.attribute[0]).toMatchObject({ code: 'lamp_number', required: 'true', datatype: 'string', order: '1' })
  })

  test.each(['nothing', 'streets'])('does not exist for %s', async (code) => {
    const { status, body } = await client.get(`services/${code}.json`)
    expect(status).toBe(404)
    expect(body).toEqual([{ code: 404, description: expect.stringContaining('service_code') }])
  })
})

describe('an address', () => {
  test.each([
    ['nothing.json', 404],
    ['services.html', 404],
    ['requests/1.html', 404],
    ['services/lamp/more.json', 404],
    ['tokens.json', 404],
    ['%E0%A4%A.xml', 404],
  ] as const)('that is not ours, %s, answers %i with an error body', async (path, status) => {
    const seen = await client.get(path)
    expect(seen.status).toBe(status)
    const errors = path.endsWith('.json') ? seen.body : seen.body.errors.error
    expect(errors).toHaveLength(1)
    expect(Number(errors[0].code)).toBe(status)
  })

  test.each([
    ['application/json', 200, 'application/json'],
    ['text/xml', 200, 'text/xml'],
    ['*/*', 200, 'text/xml'],
    ['text/html, application/json;q=0.5', 200, 'application/json'],
    ['text/html', 406, 'text/xml'],
  ] as const)('without a format takes it from Accept: %s → %i %s', async (accept, status, type) => {
    const seen = await client.get('services', { accept })
    expect({ status: seen.status, type: seen.type }).toEqual({ status, type: `${type}; charset=utf-8` })
  })

  test.each([
    ['PUT', 'requests.json', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', 'requests/1.json', 'GET, HEAD, OPTIONS'],
    ['POST', 'services.json', 'GET, HEAD, OPTIONS'],
  ] as const)('refuses %s %s with 405 and says what it takes', async (method, path, allow) => {
    const seen = await client.call(path, { method })
    expect(seen.status).toBe(405)
    expect(seen.headers.get('allow')).toBe(allow)
    expect(seen.body[0].code).toBe(405)
  })

  test('answers HEAD like GET, without a body', async () => {
    const seen = await client.call('services.json', { method: 'HEAD' })
    expect({ status: seen.status, type: seen.type, text: seen.text }).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      text: '',
    })
  })

  test('may be read from a page of any site, errors too', async () => {
    for (const path of ['services.json', 'requests/99.json']) {
      expect((await client.get(path)).headers.get('access-control-allow-origin')).toBe('*')
    }
    const preflight = await client.call('requests.json', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
  })
})

describe('a key', () => {
  test.each(['services.json', 'requests.json', 'servicerequestupdates.json'])(
    'that is wrong is refused on %s, an empty one is none',
    async (path) => {
      expect((await client.get(`${path}?api_key=`)).status).toBe(200)
      const seen = await client.get(`${path}?api_key=wrong`)
      expect({ status: seen.status, body: seen.body }).toEqual({
        status: 403,
        body: [{ code: 403, description: expect.stringContaining('api_key') }],
      })
    },
  )

  test('may come in the authorization header', async () => {
    const key = await keyOf(town)
    expect((await client.get('requests.json', { authorization: `Bearer ${key}` })).status).toBe(200)
    expect((await client.get('requests.json', { authorization: 'Bearer wrong' })).status).toBe(403)
  })
})
