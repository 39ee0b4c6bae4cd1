import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { areaAt } from '#domain/areas/area-index.ts'
import { parsePlace } from '#domain/shared/parse-place.ts'
import { inLocale, isLocale } from '#domain/shared/words.ts'
import { zooms } from '#lib/map/view.ts'
import type { Installation } from '#server/boot.ts'
import { nearestStreet } from '#server/queries/places/nearest-street.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'
import { type MapMark, type MarkedReport, mapReports } from '#server/queries/public/map-reports.ts'
import { readReportFilter } from '#server/queries/public/report-filter.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { World } from '#server/world.ts'
import { type BaseMaps, baseMapsOf } from './base-map.ts'
import { drawMap } from './draw-map.ts'
import { readBox, readPin, readView, readZoom } from './map-parameters.ts'

type Env = { Variables: { directory: Directory } }

/** Farther than this from a street, a place is not called by its name. */
const nearMetres = 250

/** What maps in the browser ask for: addresses, the base map, public reports, and pictures for those without a script. */
export function mapRoutes({ world }: Pick<Installation, 'world'>): Hono<Env> {
  const routes = new Hono<Env>().basePath('/mappa')
  routes.use(compress(), etag(), async (context, next) => {
    const directory = await world.directories.ofHost(new URL(context.req.url).hostname)
    if (!directory) return context.json({ error: 'no such body' }, 404)
    context.set('directory', directory)
    return next()
  })
  addAddresses(routes, world)
  addDrawings(routes, baseMapsOf(world))
  addReports(routes, world)
  return routes
}

function addAddresses(routes: Hono<Env>, world: World): void {
  routes.get('/cerca', async (context) => {
    const { areas, areaIndex, tenant } = context.get('directory')
    const found = await world.read(tenant.id, (reader) => searchStreets(reader, context.req.query('q') ?? '', 8))
    return keep(context, 300).json({
      results: found.map(({ label, postcode, place }) => ({
        label,
        postcode,
        area: nameAt(areas, areaAt(areaIndex, place)),
        place,
      })),
    })
  })

  routes.get('/indirizzo', async (context) => {
    const { areas, areaIndex, tenant } = context.get('directory')
    const place = parsePlace(context.req.query('lon'), context.req.query('lat'))
    if (!place) return context.json({ error: 'lon and lat are degrees' }, 400)
    const area = areaAt(areaIndex, place)
    if (area === null && areas.size > 0) return keep(context, 300).json({ outside: true })
    const street = await world.read(tenant.id, (reader) => nearestStreet(reader, place))
    const near = street !== null && street.metres <= nearMetres
    return keep(context, 300).json({ outside: false, label: near ? street.label : null, area: nameAt(areas, area) })
  })
}

function addDrawings(routes: Hono<Env>, bases: BaseMaps): void {
  routes.get('/base.json', async (context) => {
    const base = await bases(context.get('directory'))
    context.header('etag', base.etag)
    return keep(context, 3600).body(base.json, 200, { 'content-type': 'application/geo+json' })
  })

  routes.get('/quadro.svg', async (context) => {
    const base = await bases(context.get('directory'))
    const query = context.req.query()
    return keep(context, 3600).body(drawMap(base, readView(query, base.box), readPin(query.pin)), 200, {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    })
  })
}

function addReports(routes: Hono<Env>, world: World): void {
  routes.get('/segnalazioni.geojson', async (context) => {
    const directory = context.get('directory')
    const box = readBox(context.req.query('bbox'))
    if (!box) return context.json({ error: 'bbox is west,south,east,north in degrees' }, 400)
    const { searchParams } = new URL(context.req.url)
    const filter = readReportFilter(directory, searchParams)
    const zoom = readZoom(context.req.query('zoom'), zooms.city)
    const marks = await world.read(directory.tenant.id, (reader) => mapReports(reader, directory, filter, box, zoom))
    const asked = searchParams.get('lingua')
    const nameOf = ({ category }: MarkedReport) => {
      const named = directory.categories.get(category)
      return named ? inLocale(named.name, isLocale(asked) ? asked : 'it') : ''
    }
    const body = JSON.stringify({ type: 'FeatureCollection', features: marks.map((mark) => featureOf(mark, nameOf)) })
    return keep(context, 10).body(body, 200, { 'content-type': 'application/geo+json' })
  })
}

function keep<E extends Env>(context: Context<E>, seconds: number): Context<E> {
  context.header('cache-control', `public, max-age=${seconds}`)
  context.header('x-content-type-options', 'nosniff')
  return context
}

function nameAt<Of>(areas: ReadonlyMap<Of, { readonly name: string }>, id: Of | null): string | null {
  return id === null ? null : (areas.get(id)?.name ?? null)
}

/** Eleven centimetres are near enough, and half as many bytes. */
function featureOf({ longitude, latitude, count, report }: MapMark, nameOf: (report: MarkedReport) => string): object {
  const coordinates = [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
  const properties = report ? { ...report, category: nameOf(report) } : { count }
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}
