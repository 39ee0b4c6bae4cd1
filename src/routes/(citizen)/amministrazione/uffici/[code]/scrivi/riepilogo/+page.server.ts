import { fail, redirect } from '@sveltejs/kit'
import { type LetterContent, letterProblems } from '#domain/assistance/letter.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { fill } from '#lib/messages/fill.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { openLetter, promiseNow, requestOf, requireAssistance, textOfLetter } from '../../../../../assistenza/letter.server.ts'
import { leaveIfSent } from '../../../../../assistenza/request.server.ts'
import { likeFaqs } from '../../../../../domande-frequenti/present-faqs.server.ts'
import { savedNote, saveForLater } from '../../../../../held-drafts.server.ts'
import { addresseeOf, showAddressee } from '../addressee.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Everything that is about to be sent to the office, in one screen. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, setHeaders } = event
  const { words, directory } = locals
  const category = requireAssistance(locals)
  setHeaders({ 'cache-control': 'private, no-store' })
  const draft = await openLetter(event)
  const office = addresseeOf(params.code, locals)
  const shown = showAddressee(office, locals)
  if (draft?.content.office !== params.code) redirect(303, shown.page)
  if (letterProblems(draft.content).length > 0) redirect(303, `${shown.page}?controlla=1`)
  const { assistance, wizard } = words
  return {
    words: {
      assistance,
      summary: wizard.summary,
      actions: wizard.actions,
      faqs: { like: words.faqs.like, public: words.faqs.public },
    },
    ...shown,
    key: draft.id as string,
    applicant: applicantRows(draft.content, locals),
    letter: [
      { label: words.author.report.office, value: shown.office.label },
      { label: assistance.office.subject, value: draft.content.title },
      { label: assistance.office.text, value: draft.content.description },
    ] satisfies readonly SummaryRow[],
    promise: promiseNow(locals, category),
    saved: savedNote(locals, event.url, 'letter', draft),
    likeFaqs: await likeFaqs(locals, textOfLetter(draft.content)),
    pageTitle: fill(words.site.title, { page: assistance.summary, body: directory.tenant.settings.name }),
  }
}

function applicantRows(content: LetterContent, { words: { assistance } }: App.Locals): readonly SummaryRow[] {
  const rows: readonly SummaryRow[] = [
    { label: assistance.firstName, value: content.firstName.trim() },
    { label: assistance.lastName, value: content.lastName.trim() },
    { label: assistance.email, value: content.email.trim() },
    { label: assistance.phone, value: content.phone.trim() },
  ]
  return rows.filter(({ value }) => value !== '')
}

export const actions: Actions = {
  save: async (event) => {
    const draft = await openLetter(event)
    const { page } = showAddressee(addresseeOf(event.params.code, event.locals), event.locals)
    if (!draft) redirect(303, page)
    redirect(303, `${page}/riepilogo?salvata=${await saveForLater(event.locals, { id: draft.id, email: draft.content.email })}`)
  },

  /** Sends what the page shows: a second time, from wherever it comes, leads to the first one's confirmation. */
  send: async (event) => {
    const { locals, params } = event
    const { installation, directory, clientAddress, words } = locals
    const category = requireAssistance(locals)
    const key = textOf(await readForm(event.request), 'key')
    await leaveIfSent(event, key)
    const draft = await openLetter(event)
    const office = addresseeOf(params.code, locals)
    const { page } = showAddressee(office, locals)
    if (draft?.id !== key || draft.content.office !== params.code) redirect(303, page)
    if (letterProblems(draft.content).length > 0) redirect(303, `${page}?controlla=1`)
    if (!(await installation.limits.take('report', clientAddress))) return fail(429, { problem: words.errors.tooMany })
    const asked = requestOf(locals, draft.content, { key: draft.id, category, office: office.id })
    const opened = await openReport(installation.world, directory.tenant.id, asked)
    if (!opened.ok) return fail(422, { problem: words.assistance.problems.notTaken })
    redirect(303, `/assistenza/inviata/${key}`)
  },
}
