import { json } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { filesOf, readForm, textOf } from '../../../read-form.server.ts'
import { offersPlace, showFile } from '../dati/show-draft.server.ts'
import { openDraft } from '../draft.server.ts'
import { storeFile } from '../store-files.server.ts'
import type { RequestHandler } from './$types'

/** Takes one photo or document of the draft that this browser holds, without leaving the page. */
export const POST: RequestHandler = async (event) => {
  const { locals } = event
  const form = await readForm(event.request)
  const kind = textOf(form, 'kind') === 'document' ? 'document' : 'photo'
  const [file] = filesOf(form, 'file')
  const draft = await openDraft(event)
  if (!file) return json({ message: locals.words.errors.fault }, { status: 400 })
  if (!draft) {
    const message = fill(locals.words.wizard.fileProblems.draft_gone, { name: file.name })
    return json({ message }, { status: 404 })
  }
  const answer = await storeFile(locals, draft.id, kind, file)
  if ('refused' in answer) return json({ message: answer.refused.message }, { status: 422 })
  const { stored } = answer
  const photoPlace = offersPlace(stored, draft.content, locals.directory) ? { id: stored.id, name: stored.name } : null
  return json({ file: showFile(stored, locals.locale), photoPlace }, { status: 201 })
}
