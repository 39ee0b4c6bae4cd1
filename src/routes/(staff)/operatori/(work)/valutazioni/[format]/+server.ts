import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { exportRatings } from '#server/delivery/lists/export-ratings.ts'
import { sheetFormats, sheetTypes } from '#server/gateways/spreadsheet.ts'
import { askedResults } from '../results-filter.server.ts'
import type { RequestHandler } from './$types'

/** The ratings that the results are made of, one a row. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { installation, directory, words } = locals
  const format = sheetFormats.find((one) => one === params.format)
  if (!format) error(404, words.errors.notFound)
  const { staff, filter, seen } = askedResults(locals, url.searchParams)
  const { world } = installation
  const day = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  const asked = { ...filter, seen, texts: mayDo(staff, 'read_rating_texts') }
  return new Response(exportRatings(world, locals, format, asked), {
    headers: {
      'content-type': sheetTypes[format],
      'content-disposition': `attachment; filename="${words.ratingResults.file}-${day}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}
