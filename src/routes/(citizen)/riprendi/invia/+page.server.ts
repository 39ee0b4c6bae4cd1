import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { ownPath } from '#domain/citizens/own-path.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import { fill } from '#lib/messages/fill.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { findAnyDraft } from '#server/storage/drafts.ts'
import { sendDraftLink } from '#server/use-cases/drafts/send-draft-link.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { draftForms, endOf, heldIn, mayMailDraft } from '../../held-drafts.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Where a guest gives the address to which the code of what they saved goes. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const draft = await requireHeld(event)
  const { unfinished, forms, wizard, site } = locals.words
  const sent = url.searchParams.has('inviato') && draft.email
  const { send, saved } = unfinished
  return {
    words: { send, forms },
    locale: locals.locale,
    errorPrefix: wizard.errorPrefix,
    text: fill(send.text, { date: endOf(locals, draft) }),
    email: String((draft.content as { readonly email?: unknown }).email ?? ''),
    sent: sent ? fill(saved.mailed, { email: sent, date: endOf(locals, draft) }) : null,
    back: ownPath(url.searchParams.get('torna')) ?? '/',
    pageTitle: fill(site.title, { page: send.title, body: locals.directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event
    const { installation, directory, locale, words } = locals
    const draft = await requireHeld(event)
    const email = textOf(await readForm(event.request), 'email')
    if (!(await mayMailDraft(locals, email))) return fail(429, { email, problem: words.errors.tooMany })
    const sent = await sendDraftLink(installation.world, directory.tenant.id, { draft: draft.id, email, locale })
    if (!sent.ok) return fail(422, { email, problem: words.unfinished.send.problems[sent.refusal] })
    const said = new URLSearchParams([...url.searchParams].filter(([name]) => name === 'modulo' || name === 'torna'))
    redirect(303, `/riprendi/invia?${said}&inviato=1`)
  },
}

/** What this browser is writing in the form that the address of the page names. */
async function requireHeld({ cookies, locals, url }: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>) {
  const form = oneOf(draftForms, url.searchParams.get('modulo') ?? '')
  const held = form && heldIn(cookies, form)
  const { world } = locals.installation
  const draft = held && (await world.read(locals.directory.tenant.id, (reader) => findAnyDraft(reader, hashToken(held.token))))
  return draft || redirect(303, '/segnala?scaduta=1')
}
