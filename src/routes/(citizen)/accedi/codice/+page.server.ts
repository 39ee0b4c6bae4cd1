import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { digitsOf } from '#domain/citizens/sign-in-code.ts'
import { writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { citizenCookie, codeCookie } from '#server/delivery/web/citizen-session.ts'
import type { AskedCode } from '#server/storage/sign-in-codes.ts'
import { askCode } from '#server/use-cases/citizens/ask-code.ts'
import { signInByCode } from '#server/use-cases/citizens/sign-in-by-code.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { draftForms, heldIn, holdUntilClosed } from '../../held-drafts.server.ts'
import { askPage, backTo, codePage, findAsked, keepAsked, landing, mayAsk } from '../asked-code.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Where the code of the letter is typed. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  if (locals.citizen) redirect(303, landing(url))
  setHeaders({ 'cache-control': 'private, no-store' })
  const { email, expiresAt } = await requireAsked(event)
  const { words, directory, locale } = locals
  const { access } = words.citizens
  const { name, calendar } = directory.tenant.settings
  return {
    words: { access, forms: words.forms },
    locale,
    errorPrefix: words.wizard.errorPrefix,
    lead: fill(access.codeLead, { email, until: writeTime(expiresAt, locale, calendar.zone) }),
    sentAgain: url.searchParams.has('inviato'),
    back: backTo(url),
    other: askPage(url),
    pageTitle: fill(words.site.title, { page: access.codeTitle, body: name }),
  }
}

export const actions: Actions = {
  enter: async (event) => {
    const { locals, cookies, url } = event
    const { installation, directory, clientAddress, words } = locals
    const { problems } = words.citizens.access
    const typed = textOf(await readForm(event.request), 'code')
    const refuse = (status: number, problem: string, tooMany = '') => fail(status, { problem, tooMany })
    const asked = await requireAsked(event)
    if (digitsOf(typed) === '') return refuse(422, problems.code_missing)
    if (!(await installation.limits.take('citizen-sign-in', clientAddress))) return refuse(429, '', words.errors.tooMany)
    const before = cookies.get(citizenCookie(url)) ?? null
    const drafts = draftForms.flatMap((form) => heldIn(cookies, form)?.token ?? [])
    const entered = await signInByCode(installation.world, directory.tenant.id, { id: asked.id, typed, before, drafts })
    if (!entered.ok) return refuse(422, problems[entered.refusal])
    const secure = url.protocol === 'https:'
    // Without an end of its own: whoever shares a machine is out when the browser is closed.
    cookies.set(citizenCookie(url), entered.value.token, { path: '/', httpOnly: true, sameSite: 'lax', secure })
    holdUntilClosed(event)
    cookies.delete(codeCookie, { path: '/accedi' })
    redirect(303, landing(url))
  },

  again: async (event) => {
    const { locals, url } = event
    const { installation, directory, locale, words } = locals
    const { email } = await requireAsked(event)
    if (!(await mayAsk(locals, email))) return fail(429, { problem: '', tooMany: words.errors.tooMany })
    const asked = await askCode(installation.world, directory.tenant.id, { email, locale })
    if (!asked.ok) redirect(303, askPage(url))
    keepAsked(event, asked.value)
    redirect(303, codePage(url, 'inviato'))
  },
}

async function requireAsked(event: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>): Promise<AskedCode> {
  const asked = await findAsked(event)
  return asked ?? redirect(303, askPage(event.url, 'scaduto'))
}
