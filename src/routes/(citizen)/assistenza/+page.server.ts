import { fail, redirect } from '@sveltejs/kit'
import { emptyRequest, longestDetails, requestCategories, requestProblems } from '#domain/assistance/request.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import { likeFaqs } from '../domande-frequenti/present-faqs.server.ts'
import { savedNote, saveForLater } from '../held-drafts.server.ts'
import { keepIfAsked, signInAt } from '../personal-area.server.ts'
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
  const content = prefilled(draft?.content ?? adopt(emptyRequest, locals.citizen), url, services)
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
    findLink: draft ? null : words.unfinished.resume.findLink,
    likeFaqs: await likeFaqs(locals, content.details),
    checked: url.searchParams.has('controlla') ? wordRequest(locals, requestProblems(content, services)) : null,
    saved: savedNote(locals, url, 'request', draft),
    errorPrefix: words.wizard.errorPrefix,
    pageTitle: fill(words.site.title, { page: words.assistance.title, body: directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  /** Whatever button was pressed, everything that was typed is kept first. */
  default: async (event) => {
    const { locals } = event
    const { world, limits } = locals.installation
    const tenant = locals.directory.tenant.id
    requireAssistance(locals)
    const form = await readForm(event.request)
    const content = adopt(readRequest(form), locals.citizen)
    const intent = textOf(form, 'do')
    const refuse = (status: number, tooMany: string) => fail(status, { content, tooMany, ...wordRequest(locals, problems) })
    const problems = intent === 'save' || intent === 'enter' ? [] : requestProblems(content, await askedServices(locals))
    if (!(await limits.take('draft', locals.clientAddress))) return refuse(429, locals.words.errors.tooMany)
    const draft = await openRequest(event)
    const kept = draft && (await saveDraft(world, tenant, draft.id, content)).ok
    const id = kept ? draft.id : await beginRequest(event, content)
    await keepIfAsked(locals, form, content)
    if (problems.length > 0) return refuse(422, '')
    if (intent === 'enter') redirect(303, signInAt('/assistenza'))
    if (intent !== 'save') redirect(303, '/assistenza/riepilogo')
    redirect(303, `/assistenza?salvata=${await saveForLater(locals, { id, email: content.email })}`)
  },
}
