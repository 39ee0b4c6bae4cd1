import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { emptyLetter, type LetterDraft, letterProblems } from '#domain/assistance/letter.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import type { DraftId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import {
  beginLetter,
  openLetter,
  promiseNow,
  readLetter,
  requireAssistance,
  subjectOf,
  textOfLetter,
  wordLetter,
} from '../../../../assistenza/letter.server.ts'
import { likeFaqs } from '../../../../domande-frequenti/present-faqs.server.ts'
import { savedNote, saveForLater } from '../../../../held-drafts.server.ts'
import { keepIfAsked, signInAt } from '../../../../personal-area.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { addresseeOf, openAddressee, showAddressee } from './addressee.server.ts'

/** A letter to one office, without its address for whoever collects addresses, with what was typed of it before. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, setHeaders, url } = event
  const { words } = locals
  const category = requireAssistance(locals)
  setHeaders({ 'cache-control': 'private, no-store' })
  const held = await openLetter(event)
  const draft = held?.content.office === params.code ? held : null
  const office = draft ? addresseeOf(params.code, locals) : openAddressee(params.code, locals)
  const content = draft?.content ?? adopt({ ...emptyLetter, title: await subjectFor(locals, url) }, locals.citizen)
  const shown = showAddressee(office, locals)
  return {
    words: { assistance: words.assistance, forms: words.forms, faqs: { like: words.faqs.like, public: words.faqs.public } },
    locale: locals.locale,
    ...shown,
    pageTitle: fill(words.site.title, { page: shown.title, body: locals.directory.tenant.settings.name }),
    errorPrefix: words.wizard.errorPrefix,
    promise: promiseNow(locals, category),
    content,
    likeFaqs: await likeFaqs(locals, textOfLetter(content)),
    checked: url.searchParams.has('controlla') ? wordLetter(locals, letterProblems(content)) : null,
    saved: savedNote(locals, url, 'letter', draft),
    other: held && !draft ? otherLetter(locals, held.content.office) : null,
  }
}

async function subjectFor(locals: App.Locals, { searchParams }: URL): Promise<string> {
  if (searchParams.has('accessibilita')) return locals.words.legal.accessibility.subject
  return subjectOf(searchParams.get('domanda'), locals)
}

/** A letter to another office that this browser holds: it gives way to the next that is saved. */
function otherLetter({ directory, locale, words }: App.Locals, code: string) {
  const office = [...directory.offices.values()].find((one) => one.code === code)
  if (!office) return null
  const text = fill(words.assistance.office.other, { office: inLocale(office.name, locale) })
  return { text, href: `/amministrazione/uffici/${code}/scrivi`, label: words.unfinished.resume.button }
}

export const actions: Actions = {
  /** Whatever button was pressed, everything that was typed is kept first. */
  default: async (event) => {
    const { locals, params } = event
    const { installation, clientAddress, words } = locals
    requireAssistance(locals)
    addresseeOf(params.code, locals)
    const form = await readForm(event.request)
    const content = adopt(readLetter(form, params.code), locals.citizen)
    const intent = textOf(form, 'do')
    const page = `/amministrazione/uffici/${params.code}/scrivi`
    const problems = intent === 'save' || intent === 'enter' ? [] : letterProblems(content)
    const refuse = (status: number, problem: string) => fail(status, { content, problem, ...wordLetter(locals, problems) })
    if (!(await installation.limits.take('draft', clientAddress))) return refuse(429, words.errors.tooMany)
    const id = await keepLetter(event, content)
    await keepIfAsked(locals, form, content)
    if (problems.length > 0) return refuse(422, '')
    if (intent === 'enter') redirect(303, signInAt(page))
    if (intent === 'save') redirect(303, `${page}?salvata=${await saveForLater(locals, { id, email: content.email })}`)
    redirect(303, `${page}/riepilogo`)
  },
}

/** A letter to the same office goes on; one to another begins anew. */
async function keepLetter(event: RequestEvent, letter: LetterDraft): Promise<DraftId> {
  const { installation, directory } = event.locals
  const held = await openLetter(event)
  const same = held?.content.office === letter.office ? held : null
  const kept = same && (await saveDraft(installation.world, directory.tenant.id, same.id, letter)).ok
  return kept ? same.id : beginLetter(event, letter)
}
