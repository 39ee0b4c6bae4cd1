import { fail, redirect } from '@sveltejs/kit'
import { emptyLetter } from '#domain/assistance/letter.ts'
import { type RequestContent, requestProblems } from '#domain/assistance/request.ts'
import type { Category } from '#domain/categories/category.ts'
import { lengths } from '#domain/reports/submission.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ServiceName } from '#server/queries/public/service-names.ts'
import type { RequestDraft } from '#server/storage/drafts.ts'
import { type OpenReport, openReport } from '#server/use-cases/reports/open-report.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { likeFaqs } from '../../domande-frequenti/present-faqs.server.ts'
import { savedNote, saveForLater } from '../../held-drafts.server.ts'
import { promiseNow, requestOf, requireAssistance, subjectOf } from '../letter.server.ts'
import { askedServices, categoryName, leaveIfSent, openRequest } from '../request.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Everything that is about to be sent, in one screen, and whatever answers it already. */
export const load: PageServerLoad = async (event) => {
  const { locals, setHeaders } = event
  const { directory, words } = locals
  const filed = requireAssistance(locals)
  setHeaders({ 'cache-control': 'private, no-store' })
  const draft = await openRequest(event)
  if (!draft) redirect(303, '/assistenza')
  const services = await askedServices(locals)
  if (requestProblems(draft.content, services).length > 0) redirect(303, '/assistenza?controlla=1')
  return {
    words: {
      assistance: words.assistance,
      summary: words.wizard.summary,
      actions: words.wizard.actions,
      faqs: { like: words.faqs.like, public: words.faqs.public },
    },
    key: draft.id as string,
    applicant: applicantRows(draft.content, locals),
    request: requestRows(draft.content, services, locals),
    promise: promiseNow(locals, filed),
    saved: savedNote(locals, event.url, 'request', draft),
    likeFaqs: await likeFaqs(locals, draft.content.details),
    pageTitle: fill(words.site.title, { page: words.assistance.summary, body: directory.tenant.settings.name }),
  }
}

function applicantRows({ firstName, lastName, email }: RequestContent, { words }: App.Locals): readonly SummaryRow[] {
  const says = words.assistance
  return [
    { label: says.firstName, value: firstName.trim() },
    { label: says.lastName, value: lastName.trim() },
    { label: says.email, value: email.trim() },
  ]
}

function requestRows(content: RequestContent, services: readonly ServiceName[], locals: App.Locals): readonly SummaryRow[] {
  const says = locals.words.assistance
  const service = services.find(({ code }) => code === content.service)
  return [
    { label: says.serviceCategory, value: content.category ? categoryName(content.category, locals) : '' },
    { label: says.service, value: service ? inLocale(service.title, locals.locale) : says.otherService },
    { label: says.details, value: content.details },
  ]
}

export const actions: Actions = {
  save: async (event) => {
    const draft = await openRequest(event)
    if (!draft) redirect(303, '/assistenza')
    redirect(
      303,
      `/assistenza/riepilogo?salvata=${await saveForLater(event.locals, { id: draft.id, email: draft.content.email })}`,
    )
  },

  /** Sends what the page shows: a second time, from wherever it comes, leads to the first one's confirmation. */
  send: async (event) => {
    const { locals } = event
    const { world, limits } = locals.installation
    const filed = requireAssistance(locals)
    const key = textOf(await readForm(event.request), 'key')
    await leaveIfSent(event, key)
    const draft = await openRequest(event)
    if (!draft || draft.id !== key) redirect(303, '/assistenza')
    const services = await askedServices(locals)
    if (requestProblems(draft.content, services).length > 0) redirect(303, '/assistenza?controlla=1')
    if (!(await limits.take('report', locals.clientAddress))) return fail(429, { problem: locals.words.errors.tooMany })
    const opened = await openReport(world, locals.directory.tenant.id, await asked(draft, services, filed, locals))
    if (!opened.ok) return fail(422, { problem: locals.words.assistance.problems.notTaken })
    redirect(303, `/assistenza/inviata/${key}`)
  },
}

/** The office is the one from whose page it was begun, or the one that answers for the service. */
async function asked(
  { id, content }: RequestDraft,
  services: readonly ServiceName[],
  category: Category,
  locals: App.Locals,
): Promise<OpenReport> {
  const { firstName, lastName, email, details } = content
  const service = services.find(({ code }) => code === content.service)
  const office = [...locals.directory.offices.values()].find(({ code }) => code === content.office)
  const about = service ? service.title.it : content.category ? categoryName(content.category, locals) : ''
  const title = (await subjectOf(content.faq || null, locals)) || about
  const letter = { ...emptyLetter, firstName, lastName, email, title: title.slice(0, lengths.title), description: details }
  const sent = requestOf(locals, letter, { key: id, category, office: office?.id ?? service?.responsible ?? null })
  return {
    ...sent,
    about: { serviceCategory: content.category ?? 'relazioni-con-il-pubblico', ...(service && { service: service.id }) },
  }
}
