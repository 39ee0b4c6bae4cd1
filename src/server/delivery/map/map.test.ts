import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicReport } from '#tests/publish.ts'
import { openTown, type Town } from '#tests/town.ts'
import { mapRoutes } from './map.ts'

let town: Town
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

type Features = { readonly features: readonly { readonly geometry: object; readonly properties: Record<string, unknown> }[] }

const whole = '9,44,9.2,44.1'

beforeAll(async () => {
  town = await openTown()
  const routes = mapRoutes(town.installation)
  ask = async (path, headers) => routes.request(`http://filo.test/mappa/${path}`, { headers: headers ?? {} })
  await publicReport(town, { title: 'Buca in via Lunga', place: { longitude: 9.05, latitude: 44.05 } })
  await publicReport(town, { title: 'Buca in piazza', place: { longitude: 9.15, latitude: 44.06 } })
  await town.report({ title: 'Ancora privata', place: { longitude: 9.06, latitude: 44.05 } })
})
afterAll(() => town.close())

const features = async (path: string) => ((await (await ask(path)).json()) as Features).features

describe('the address search', () => {
  test('finds a street, its house number and its area', async () => {
    const answer = await ask('cerca?q=via%20lunga%2012')
    expect(await answer.json()).toMatchObject({
      results: [{ label: 'Via Lunga 12', area: 'Quartiere Ovest', postcode: '00001' }],
    })
    expect(answer.headers.get('cache-control')).toContain('public')
  })

  test.each(['cerca', 'cerca?q=', 'cerca?q=%00', 'cerca?q=%F0%9F%98%80'])('finds nothing for %s', async (path) =>
    expect(await (await ask(path)).json()).toEqual({ results: [] }),
  )
})

describe('the address of a point', () => {
  test.each([
    ['indirizzo?lon=9.05&lat=44.0505', { outside: false, label: 'Via Lunga', area: 'Quartiere Ovest' }],
    ['indirizzo?lon=9.01&lat=44.09', { outside: false, label: null, area: 'Quartiere Ovest' }],
    ['indirizzo?lon=12.4&lat=41.9', { outside: true }],
  ])('%s', async (path, answer) => expect(await (await ask(path)).json()).toEqual(answer))

  test.each(['indirizzo', 'indirizzo?lon=9', 'indirizzo?lon=a&lat=b', 'indirizzo?lon=999&lat=44'])('refuses %s', async (path) =>
    expect((await ask(path)).status).toBe(400),
  )
})

describe('the base map', () => {
  test('holds areas and streets, and is not sent twice', async () => {
    const first = await ask('base.json')
    const { features: drawn } = (await first.json()) as Features
    expect(drawn.map(({ properties }) => properties.area ?? properties.street)).toEqual([
      'Quartiere Ovest',
      'Quartiere Est',
      'Piazza della Libertà',
      'Via Lunga',
    ])
    const again = await ask('base.json', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  test('is packed for those who take it so', async () => {
    const answer = await ask('base.json', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  })
})

describe('reports on the map', () => {
  test('are the public ones within the box', async () => {
    const all = await features(`segnalazioni.geojson?bbox=${whole}`)
    expect(all.map(({ properties }) => properties.title)).toEqual(['Buca in piazza', 'Buca in via Lunga'])
    expect(all[1]?.properties).toEqual({ number: 1, title: 'Buca in via Lunga', stage: 'in_charge', category: 'Buca' })
    expect(await features('segnalazioni.geojson?bbox=9,44,9.1,44.1')).toHaveLength(1)
  })

  test.each([
    ['zona=E', 1],
    ['categoria=streets', 2],
    ['categoria=green', 0],
    ['stato=resolved', 0],
    ['stato=nonsense', 2],
    ['q=piazza', 1],
    ['q=piaza', 1],
  ])('are filtered by %s', async (filter, found) =>
    expect(await features(`segnalazioni.geojson?bbox=${whole}&${filter}`)).toHaveLength(found),
  )

  test('name their category in the language asked for', async () => {
    const [first] = await features(`segnalazioni.geojson?bbox=${whole}&lingua=en`)
    expect(first?.properties.category).toBe('Buca (en)')
  })

  test.each(['', 'bbox=', 'bbox=1,2,3', 'bbox=9,44,9,44', 'bbox=9.2,44,9,44.1', 'bbox=9,44,9.2,44.1,5', 'bbox=a,b,c,d'])(
    'need a box: «%s» is refused',
    async (query) => expect((await ask(`segnalazioni.geojson?${query}`)).status).toBe(400),
  )
})

describe('the drawn map', () => {
  test('shows the whole body where nothing is asked', async () => {
    const svg = await (await ask('quadro.svg')).text()
    expect(svg).toContain('>Quartiere Ovest</text>')
    expect(svg).toContain('width="640" height="400"')
  })

  test('shows streets by name and a pin from near', async () => {
    const svg = await (await ask('quadro.svg?lon=9.05&lat=44.05&zoom=16&w=300&h=200&pin=9.05,44.05')).text()
    expect(svg).toContain('>Via Lunga</text>')
    expect(svg).toContain('translate(150 100)')
  })

  test('runs nothing where it is opened by itself', async () =>
    expect((await ask('quadro.svg')).headers.get('content-security-policy')).toContain("default-src 'none'"))
})

test('whatever is asked, the server does not break', async () => {
  const paths = fc.constantFrom('cerca', 'indirizzo', 'base.json', 'segnalazioni.geojson', 'quadro.svg')
  const names = fc.constantFrom('q', 'lon', 'lat', 'bbox', 'zoom', 'w', 'h', 'pin', 'categoria', 'zona', 'stato', 'lingua')
  const values = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double().map(String),
    fc.constantFrom(whole, '-180,-90,180,90', '9', '44', '1e400', '&|!:*', "'", '\\', 'Infinity', '-1', '12'),
  )
  await fc.assert(
    fc.asyncProperty(paths, fc.array(fc.tuple(names, values), { maxLength: 6 }), async (path, query) => {
      const search = new URLSearchParams(query.map(([name, value]) => [name, value.toWellFormed()]))
      const answer = await ask(`${path}?${search}`)
      expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})
