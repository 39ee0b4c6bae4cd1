import { error } from '@sveltejs/kit'
import type { ServiceId } from '#domain/services/service.ts'
import { isId } from '#domain/shared/id.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { readWrittenService, writingOf } from '#server/storage/service-drafts.ts'
import { presentSheet } from '../../../../../../../(citizen)/servizi/[category]/[service]/present-sheet.server.ts'
import { sectionsOf } from '../../../../../../../(citizen)/servizi/[category]/[service]/sections.server.ts'
import type { PageServerLoad } from './$types'

/** What was written of a service last, as the citizens would read it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words } = locals
  if (!isId(params.service)) error(404, words.errors.notFound)
  const id = params.service as ServiceId
  const { service, files } = await installation.world.read(directory.tenant.id, async (reader) => {
    const found = await readWrittenService(reader, id)
    return { service: found, files: await readFilesIn(reader, found && writingOf(found)) }
  })
  if (!service) error(404, words.errors.notFound)
  const sheet = presentSheet({ ...service, ...writingOf(service) }, url.pathname, files, locals)
  return {
    says: words.serviceEditor.preview,
    back: `/operatori/impostazioni/servizi/${id}`,
    words: words.services,
    sheet,
    sections: sectionsOf(sheet, words.services.sheet),
  }
}
