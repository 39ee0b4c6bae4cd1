import { randomUUID } from 'node:crypto'
import { fail, redirect } from '@sveltejs/kit'
import type { FileLine } from '#domain/services/plan-import.ts'
import { isId } from '#domain/shared/id.ts'
import { catalogueLimits } from '#server/delivery/services/catalogue-file.ts'
import { decodeCatalogue, readCatalogueFile } from '#server/delivery/services/read-catalogue-file.ts'
import { readCatalogue, stampImport } from '#server/storage/service-catalogue.ts'
import { importServices } from '#server/use-cases/services/import-services.ts'
import { filesOf, readForm, textOf } from '../../../../../../read-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { sayFileRefusal, sayTrial } from './say-import.server.ts'

/** The text of a file, and what goes with it. */
const mostSent = catalogueLimits.text + 1000

export const load: PageServerLoad = ({ locals: { words, locale } }) => ({
  locale,
  says: words.serviceFiles,
  back: words.serviceEditor.actions.back,
})

export const actions: Actions = {
  check: async ({ locals, request }) => {
    const form = await readForm(request, mostSent)
    const text = await sentText(form)
    const { said, trial } = await look(text, randomUUID(), locals)
    return trial ? { said, trial } : fail(422, { said, trial })
  },
  /** What was shown is read again from what the page kept of it. */
  apply: async ({ locals, request }) => {
    const { installation, directory, words } = locals
    const form = await readForm(request, mostSent)
    const [text, key, seen] = [textOf(form, 'text'), textOf(form, 'key'), textOf(form, 'seen')]
    const { said, trial, lines } = await look(text, isId(key) ? key : randomUUID(), locals)
    if (!trial) return fail(422, { said, trial })
    const imported = await importServices(installation.world, directory.tenant.id, {
      by: staffOf(locals),
      key: trial.key,
      lines,
      seen,
    })
    if (!imported.ok) {
      const changed = imported.refusal === 'catalogue_changed'
      return fail(changed ? 409 : 422, { said: changed ? words.serviceFiles.changed : words.settings.refusal.not_yours, trial })
    }
    const { made, changed } = imported.value
    redirect(303, `/operatori/impostazioni/servizi?nuovi=${made}&cambiati=${changed}`)
  },
}

async function sentText(form: FormData): Promise<string> {
  const [file] = filesOf(form, 'file')
  return file ? decodeCatalogue(new Uint8Array(await file.arrayBuffer())) : ''
}

/** What the file would do now, or why it cannot be read. */
async function look(text: string, key: string, locals: App.Locals) {
  const { installation, directory, words } = locals
  const catalogue = await installation.world.read(directory.tenant.id, readCatalogue)
  const read = readCatalogueFile(text, catalogue)
  const none: readonly FileLine[] = []
  if ('refused' in read) return { said: sayFileRefusal(read.refused, words.serviceFiles), trial: null, lines: none }
  const { plan, stamp } = stampImport(read.lines, catalogue)
  return { said: null, trial: { key, text, seen: stamp, ...sayTrial(plan, locals) }, lines: read.lines }
}
