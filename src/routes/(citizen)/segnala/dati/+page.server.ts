import { fail, redirect } from '@sveltejs/kit'
import { adopt } from '#domain/citizens/adopt.ts'
import { type DraftContent, emptyDraft, isSearching, settleSearch } from '#domain/reports/draft.ts'
import { draftProblems } from '#domain/reports/draft-problems.ts'
import { type AttachmentId, isId } from '#domain/shared/id.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'
import { listDraftAttachments } from '#server/storage/attachments.ts'
import type { Draft } from '#server/storage/drafts.ts'
import { removeDraftFile } from '#server/use-cases/drafts/remove-draft-file.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { filesOf, readForm, textOf } from '../../../read-form.server.ts'
import { saveForLater } from '../../held-drafts.server.ts'
import { keepIfAsked, signInAt } from '../../personal-area.server.ts'
import { beginDraft, draftRules, leaveIfSent, openDraft, requireDraft } from '../draft.server.ts'
import { readDraftForm } from '../read-draft-form.server.ts'
import { type RefusedFile, storeFile } from '../store-files.server.ts'
import { wordProblems } from '../word-problems.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { applyPlaceIntent } from './place-intent.server.ts'
import { showDraft } from './show-draft.server.ts'

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' })
  return { step: await showDraft(event, await requireDraft(event)) }
}

export const actions: Actions = {
  /** The one form of the page: whatever button was pressed, everything that was typed is kept first. */
  default: async (event) => {
    const { locals } = event
    const { world, limits } = locals.installation
    const tenant = locals.directory.tenant.id
    const form = await readForm(event.request)
    if (!(await limits.take('draft-save', locals.clientAddress))) return refuseTooMany(event, form)
    const draft = await draftOf(event, form)
    const files = await world.read(tenant, (reader) => listDraftAttachments(reader, draft.id))
    const typed = adopt(readDraftForm(draft.content, form), locals.citizen)
    const placed = await applyPlaceIntent(locals, typed, files, form)
    const content = await settle(locals, placed, textOf(form, 'do'))
    const saved = await saveDraft(world, tenant, draft.id, content)
    if (!saved.ok) await leaveIfSent(event, draft.id)
    await keepIfAsked(locals, form, content)
    const removed = textOf(form, 'remove')
    if (isId(removed)) await removeDraftFile(world, tenant, { draft: draft.id, file: removed as AttachmentId })
    const refused = await storeFiles(event, draft, form)
    if (refused.length === 0 && textOf(form, 'do') === 'save') await saveAndTell(locals, { id: draft.id, email: content.email })
    return proceed(event, content, refused, textOf(form, 'do'), removed !== '')
  },
}

/** A form whose draft was lost begins a new one with what it holds, unless the draft became a report. */
async function draftOf(event: RequestEvent, form: FormData): Promise<Draft> {
  const held = await openDraft(event)
  const key = textOf(form, 'key')
  if (held && held.id === key) return held
  await leaveIfSent(event, key)
  if (held) return held
  const [first = 'problem'] = event.locals.directory.tenant.settings.kinds
  const kind = event.locals.directory.tenant.settings.kinds.find((one) => one === textOf(form, 'kind')) ?? first
  const content = adopt(readDraftForm(emptyDraft(kind), form), event.locals.citizen)
  if (!(await event.locals.installation.limits.take('draft', event.locals.clientAddress))) redirect(303, '/segnala?scaduta=1')
  return { id: await beginDraft(event, content), content, updatedAt: event.locals.installation.world.now(), email: null }
}

async function settle(locals: App.Locals, content: DraftContent, intent: string): Promise<DraftContent> {
  if (!isSearching(content) || (intent !== 'next' && intent !== 'search')) return content
  const { world } = locals.installation
  const found = await world.read(locals.directory.tenant.id, (reader) => searchStreets(reader, content.search, 8))
  return settleSearch(content, found)
}

async function saveAndTell(locals: App.Locals, saved: Parameters<typeof saveForLater>[1]): Promise<never> {
  redirect(303, `/segnala/dati?salvata=${await saveForLater(locals, saved)}`)
}

async function storeFiles({ locals }: RequestEvent, draft: Draft, form: FormData): Promise<readonly RefusedFile[]> {
  const refused: RefusedFile[] = []
  for (const kind of ['photo', 'document'] as const) {
    for (const file of filesOf(form, kind)) {
      const answer = await storeFile(locals, draft.id, kind, file)
      if ('refused' in answer) refused.push(answer.refused)
    }
  }
  return refused
}

function proceed(
  { locals }: RequestEvent,
  content: DraftContent,
  refused: readonly RefusedFile[],
  intent: string,
  removed: boolean,
) {
  const problems = intent === 'next' ? draftProblems(content, draftRules(locals.directory)) : []
  if (problems.length > 0 || refused.length > 0)
    return fail(422, { refused, checked: wordProblems(locals, content, problems), tooMany: '', typed: null })
  if (intent === 'next') redirect(303, '/segnala/riepilogo')
  if (intent === 'back') redirect(303, '/segnala')
  if (intent === 'enter') redirect(303, signInAt('/segnala/dati#autore'))
  redirect(303, `/segnala/dati#${removed || intent === 'upload' ? 'immagini' : intent === 'questions' ? 'disservizio' : 'luogo'}`)
}

async function refuseTooMany(event: RequestEvent, form: FormData) {
  const draft = await requireDraft(event)
  const typed = readDraftForm(draft.content, form)
  return fail(429, {
    refused: [],
    checked: wordProblems(event.locals, typed, []),
    tooMany: event.locals.words.errors.tooMany,
    typed,
  })
}
