import { json } from '@sveltejs/kit'
import { adopt } from '#domain/citizens/adopt.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { openDraft } from '../draft.server.ts'
import { readDraftForm } from '../read-draft-form.server.ts'
import type { RequestHandler } from './$types'

/** Keeps what is being typed, without leaving the page; 404 when the draft of the form is no longer there. */
export const POST: RequestHandler = async (event) => {
  const { installation, directory, clientAddress } = event.locals
  const form = await readForm(event.request)
  if (!(await installation.limits.take('draft-save', clientAddress))) return json({ saved: false }, { status: 429 })
  const draft = await openDraft(event)
  if (draft?.id !== textOf(form, 'key')) return json({ saved: false }, { status: 404 })
  const content = adopt(readDraftForm(draft.content, form), event.locals.citizen)
  const saved = await saveDraft(installation.world, directory.tenant.id, draft.id, content)
  return json({ saved: saved.ok }, { status: saved.ok ? 200 : 404 })
}
