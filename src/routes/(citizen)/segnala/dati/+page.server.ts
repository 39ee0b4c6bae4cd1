import { fail, redirect } from '@sveltejs/kit'
import { type DraftContent, emptyDraft, isSearching, settleSearch } from '#domain/reports/draft.ts'
import { draftProblems } from '#domain/reports/draft-problems.ts'
import { type AttachmentId, isId } from '#domain/shared/id.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'
import { listDraftAttachments } from '#server/storage/attachments.ts'
import type { Draft } from '#server/storage/drafts.ts'
import { removeDraftFile } from '#server/use-cases/drafts/remove-draft-file.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { sendDraftLink } from '#server/use-cases/drafts/send-draft-link.ts'
import { filesOf, readForm, textOf } from '../../../read-form.server.ts'
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
    const placed = await applyPlaceIntent(locals, readDraftForm(draft.content, form), files, form)
    const content = await settle(locals, placed, textOf(form, 'do'))
    const saved = await saveDraft(world, tenant, draft.id, content)
    if (!saved.ok) await leaveIfSent(event, draft.id)
    const removed = textOf(form, 'remove')
    if (isId(removed)) await removeDraftFile(world, tenant, { draft: draft.id, file: removed as AttachmentId })
    const refused = await storeFiles(event, draft, form)
    const mailed = textOf(form, 'do') === 'save' && (await mailLink(event, draft, content))
    return proceed(event, content, refused, textOf(form, 'do'), removed !== '', mailed)
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
  const content = readDraftForm(emptyDraft(kind), form)
  if (!(await event.locals.installation.limits.take('draft', event.locals.clientAddress))) redirect(303, '/segnala?scaduta=1')
  return { id: await beginDraft(event, content), content, updatedAt: event.locals.installation.world.now() }
}

async function settle(locals: App.Locals, content: DraftContent, intent: string): Promise<DraftContent> {
  if (!isSearching(content) || (intent !== 'next' && intent !== 'search')) return content
  const { world } = locals.installation
  const found = await world.read(locals.directory.tenant.id, (reader) => searchStreets(reader, content.search, 8))
  return settleSearch(content, found)
}

/** What was saved is found again from another device, by whoever gave an address. */
async function mailLink({ locals }: RequestEvent, { id }: Draft, { email }: DraftContent): Promise<boolean> {
  const { installation, directory, clientAddress, locale } = locals
  if (!(await installation.limits.take('draft-mail', clientAddress))) return false
  return (await sendDraftLink(installation.world, directory.tenant.id, id, email, locale)).ok
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
  mailed: boolean,
) {
  const problems = intent === 'next' ? draftProblems(content, draftRules(locals.directory)) : []
  if (problems.length > 0 || refused.length > 0)
    return fail(422, { refused, checked: wordProblems(locals, content, problems), tooMany: '', typed: null })
  if (intent === 'next') redirect(303, '/segnala/riepilogo')
  if (intent === 'back') redirect(303, '/segnala')
  if (intent === 'save') redirect(303, `/segnala/dati?salvata=${mailed ? 'email' : '1'}`)
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
