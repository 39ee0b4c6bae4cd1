import { error } from '@sveltejs/kit'
import { parseBox } from '#domain/shared/box.ts'
import { zooms } from '#lib/map/view.ts'
import { readZoom } from '#server/delivery/map/map-parameters.ts'
import { type ListMark, mapList } from '#server/queries/desk/list/map-list.ts'
import { readAskedList } from '../(desk)/inbox-filter.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { RequestHandler } from './$types'

/** The list of the address as marks of a map. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const box = parseBox(url.searchParams.get('bbox') ?? '')
  if (!box) error(400, words.errors.notFound)
  const { filter } = readAskedList(url.searchParams, locals)
  const zoom = readZoom(url.searchParams.get('zoom') ?? undefined, zooms.city)
  const { marks, more } = await installation.world.read(directory.tenant.id, (reader) =>
    mapList(reader, directory, staff, filter, { box, zoom }),
  )
  const body = JSON.stringify({ type: 'FeatureCollection', more, features: marks.map(featureOf) })
  return new Response(body, { headers: { 'content-type': 'application/geo+json', 'cache-control': 'private, no-store' } })
}

function featureOf({ longitude, latitude, count, report }: ListMark): object {
  const coordinates = [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: report ? { ...report, category: '' } : { count },
  }
}
