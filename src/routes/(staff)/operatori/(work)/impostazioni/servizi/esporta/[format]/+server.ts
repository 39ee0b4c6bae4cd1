import { error } from '@sveltejs/kit'
import { writeCatalogueCsv } from '#server/delivery/services/catalogue-csv.ts'
import { writeCatalogueJson } from '#server/delivery/services/catalogue-json.ts'
import { sheetTypes } from '#server/gateways/spreadsheet.ts'
import { readCatalogue } from '#server/storage/service-catalogue.ts'
import type { RequestHandler } from './$types'

/** The whole catalogue as a file. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { installation, directory, words, locale } = locals
  if (params.format !== 'json' && params.format !== 'csv') error(404, words.errors.notFound)
  const { services } = await installation.world.read(directory.tenant.id, readCatalogue)
  const filed = [...services.values()].map(({ service }) => service)
  const body = params.format === 'json' ? writeCatalogueJson(filed) : writeCatalogueCsv(filed, locale)
  return new Response(body, {
    headers: {
      'content-type': params.format === 'json' ? 'application/json; charset=utf-8' : sheetTypes.csv,
      'content-disposition': `attachment; filename="${words.serviceFiles.name}.${params.format}"`,
      'cache-control': 'private, no-store',
    },
  })
}
