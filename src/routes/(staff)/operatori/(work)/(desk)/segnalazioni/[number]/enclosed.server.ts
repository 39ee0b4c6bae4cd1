import { fail } from '@sveltejs/kit'
import type { Staff } from '#domain/people/actor.ts'
import { type AttachmentId, isId, type ReportId } from '#domain/shared/id.ts'
import type { ShownEnclosed } from '#lib/components/desk/shown-enclosed.ts'
import { writeFileSize } from '#lib/messages/file-size.ts'
import type { Reader } from '#server/storage/database.ts'
import { listEnclosed } from '#server/storage/enclosures.ts'
import { removeEnclosed } from '#server/use-cases/reports/enclose-files.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import type { Actions, RequestEvent } from './$types'
import { text } from './asked.server.ts'
import { refusedFiles, shownAgain, whoAndWhat } from './change.server.ts'
import { keepFiles } from './keep-files.server.ts'

/** What waits to be sent with the forms of a report. */
export async function presentEnclosed(
  reader: Reader,
  report: ReportId,
  { account }: Staff,
  { locale }: App.Locals,
): Promise<readonly ShownEnclosed[]> {
  const files = await listEnclosed(reader, report, account)
  return files.map(({ id, form, name, bytes }) => ({
    id,
    form,
    name,
    size: writeFileSize(bytes, locale),
  }))
}

/** The buttons beside the files of a form: more of them, or one less; nothing is sent. */
export const enclosureActions = {
  enclose: async (event: RequestEvent) => {
    const form = await readForm(event.request)
    const { by, report } = await whoAndWhat(event)
    const name = text(form, 'act') ? 'move' : text(form, 'form')
    const kept = await keepFiles(form, report, by, event.locals)
    return kept.ok ? shownAgain(name, form, {}) : fail(422, refusedFiles(name, form, kept.message))
  },
  unenclose: async (event: RequestEvent) => {
    const { installation, directory } = event.locals
    const form = await readForm(event.request)
    const { by, report } = await whoAndWhat(event)
    const file = text(form, 'remove')
    if (isId(file)) await removeEnclosed(installation.world, directory.tenant.id, { report, by, file: file as AttachmentId })
    return shownAgain(text(form, 'act') ? 'move' : text(form, 'form'), form, {})
  },
} satisfies Actions
