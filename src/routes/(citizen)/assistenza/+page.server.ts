import { fail, redirect } from '@sveltejs/kit'
import { emptyRequest, longestDetails, requestCategories, requestProblems } from '#domain/assistance/request.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { sendDraftLink } from '#server/use-cases/drafts/send-draft-link.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import { likeFaqs } from '../domande-frequenti/present-faqs.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { requireAssistance, subjectOf } from './letter.server.ts'
import {
  askedServices,
  beginRequest,
  categoryName,
  openRequest,
  prefilled,
  readRequest,
  serviceGroups,
  wordRequest,
} from './request.server.ts'

/** The request for assistance, with what was typed of it before. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  const { directory, locale, words } = locals
  requireAssistance(locals)
  setHeaders({ 'cache-control': 'private, no-store' })
  const draft = await openRequest(event)
  const services = await askedServices(locals)
  const content = prefilled(draft?.content ?? emptyRequest, url, services)
  const office = [...directory.offices.values()].find(({ code, active }) => active && code === content.office)
  return {
    words: { assistance: words.assistance, forms: words.forms, faqs: { like: words.faqs.like, public: words.faqs.public } },
    locale,
    content,
    subject: await subjectOf(content.faq || null, locals),
    office: office ? fill(words.assistance.toOffice, { office: inLocale(office.name, locale) }) : null,
    categories: requestCategories.map((value) => ({ value: value as string, label: categoryName(value, locals) })),
    groups: serviceGroups(services, locals),
    longest: longestDetails,
    likeFaqs: await likeFaqs(locals, content.details),
    checked: url.searchParams.has('controlla') ? wordRequest(locals, requestProblems(content, services)) : null,
    saved: draft && url.searchParams.has('salvata') ? savedText(content.email, url, locals) : null,
    errorPrefix: words.wizard.errorPrefix,
    pageTitle: fill(words.site.title, { page: words.assistance.title, body: directory.tenant.settings.name }),
  }
}

function savedText(email: string, { searchParams }: URL, { words }: App.Locals): string {
  const says = words.assistance.saved
  return searchParams.get('salvata') === 'email' ? fill(says.mailed, { email }) : says.here
}

export const actions: Actions = {
  /** Whatever button was pressed, everything that was typed is kept first. */
  default: async (event) => {
    const { locals } = event
    const { world, limits } = locals.installation
    const tenant = locals.directory.tenant.id
    requireAssistance(locals)
    const form = await readForm(event.request)
    const content = readRequest(form)
    const refuse = (status: number, tooMany: string) => fail(status, { content, tooMany, ...wordRequest(locals, problems) })
    const problems = textOf(form, 'do') === 'save' ? [] : requestProblems(content, await askedServices(locals))
    if (!(await limits.take('draft', locals.clientAddress))) return refuse(429, locals.words.errors.tooMany)
    const draft = await openRequest(event)
    const kept = draft && (await saveDraft(world, tenant, draft.id, content)).ok
    if (!kept) await beginRequest(event, content)
    if (problems.length > 0) return refuse(422, '')
    if (textOf(form, 'do') !== 'save') redirect(303, '/assistenza/riepilogo')
    const held = await openRequest(event)
    const mailed =
      held &&
      (await limits.take('draft-mail', locals.clientAddress)) &&
      (await sendDraftLink(world, tenant, held.id, content.email, locals.locale)).ok
    redirect(303, `/assistenza?salvata=${mailed ? 'email' : 'qui'}`)
  },
}
