import { error } from '@sveltejs/kit'
import { findReportByNumber } from '#server/storage/reports.ts'
import { draftedForms, keepReplyDraft } from '#server/use-cases/reports/keep-reply-draft.ts'
import { readForm } from '../../../../../../../read-form.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { numberOf, text } from '../asked.server.ts'
import type { RequestHandler } from './$types'

/** What is being written is kept as one types. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const form = await readForm(request)
  const drafted = draftedForms.find((one) => one === form.get('form'))
  const { world } = installation
  const report = await world.read(directory.tenant.id, (reader) => findReportByNumber(reader, numberOf(params.number)))
  if (!drafted || !report) error(404, words.errors.notFound)
  const version = Number(form.get('version') ?? Number.NaN)
  const seenVersion = Number.isSafeInteger(version) ? version : null
  const ask = { report, by: staff, form: drafted, text: text(form, 'text'), seenVersion }
  const kept = await keepReplyDraft(world, directory.tenant.id, ask)
  if (!kept.ok) error(403, words.desk.refusal[kept.refusal])
  return new Response(null, { status: 204 })
}
