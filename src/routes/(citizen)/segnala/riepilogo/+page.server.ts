import { fail, redirect } from '@sveltejs/kit'
import { draftProblems } from '#domain/reports/draft-problems.ts'
import { listDraftAttachments } from '#server/storage/attachments.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { likeFaqs } from '../../domande-frequenti/present-faqs.server.ts'
import { savedNote, saveForLater } from '../../held-drafts.server.ts'
import { draftRules, leaveIfSent, requireDraft } from '../draft.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { showSummary } from './show-summary.server.ts'
import { submissionOf } from './submission.server.ts'

export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const draft = await requireDraft(event)
  const { directory, installation } = locals
  const category = draft.content.category && directory.categories.get(draft.content.category)
  if (!category || draftProblems(draft.content, draftRules(directory)).length > 0) redirect(303, '/segnala/dati?controlla=1')
  const files = await installation.world.read(directory.tenant.id, (reader) => listDraftAttachments(reader, draft.id))
  return {
    ...showSummary(locals, draft, category, files),
    faqs: { like: locals.words.faqs.like, public: locals.words.faqs.public },
    likeFaqs: await likeFaqs(locals, `${draft.content.title}\n${draft.content.description}`),
    saved: savedNote(locals, url, 'report', draft),
  }
}

export const actions: Actions = {
  save: async (event) => {
    const { id, content } = await requireDraft(event)
    redirect(303, `/segnala/riepilogo?salvata=${await saveForLater(event.locals, { id, email: content.email })}`)
  },

  /** Sends the draft whose key the page shows: a second time, from wherever it comes, leads to the first one's confirmation. */
  send: async (event) => {
    const { locals } = event
    const { world, limits } = locals.installation
    const key = textOf(await readForm(event.request), 'key')
    await leaveIfSent(event, key)
    const draft = await requireDraft(event)
    if (draft.id !== key) redirect(303, '/segnala/riepilogo')
    if (draftProblems(draft.content, draftRules(locals.directory)).length > 0) redirect(303, '/segnala/dati?controlla=1')
    if (!(await limits.take('report', locals.clientAddress))) return fail(429, { tooMany: locals.words.errors.tooMany })
    const opened = await openReport(world, locals.directory.tenant.id, submissionOf(draft, locals.locale))
    if (!opened.ok) redirect(303, '/segnala/dati?controlla=1')
    redirect(303, `/segnala/inviata/${key}`)
  },
}
