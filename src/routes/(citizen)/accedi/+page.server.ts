import { fail, redirect } from '@sveltejs/kit'
import { addressKey } from '#domain/citizens/citizen.ts'
import { fill } from '#lib/messages/fill.ts'
import { askCode } from '#server/use-cases/citizens/ask-code.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { codePage, keepAsked, landing, mayAsk } from './asked-code.server.ts'

/** Ways to be known. `torna` names the page of ours where the person goes on. */
export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
  if (locals.citizen) redirect(303, landing(url))
  setHeaders({ 'cache-control': 'private, no-store' })
  const { words, directory } = locals
  const { access } = words.citizens
  const said = [
    ['uscita', access.signedOut],
    ['cancellati', access.erased],
  ] as const
  return {
    words: { access, forms: words.forms },
    locale: locals.locale,
    errorPrefix: words.wizard.errorPrefix,
    staff: words.site.staffArea,
    note: said.find(([name]) => url.searchParams.has(name))?.[1] ?? null,
    lost: url.searchParams.has('scaduto'),
    pageTitle: fill(words.site.title, { page: access.title, body: directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, cookies, url }) => {
    const { installation, directory, locale, words } = locals
    const email = textOf(await readForm(request), 'email')
    if (!(await mayAsk(locals, addressKey(email)))) return fail(429, { email, problem: '', tooMany: words.errors.tooMany })
    const asked = await askCode(installation.world, directory.tenant.id, { email, locale })
    if (!asked.ok) return fail(422, { email, problem: words.citizens.access.problems[asked.refusal], tooMany: '' })
    keepAsked({ cookies, url }, asked.value)
    redirect(303, codePage(url))
  },
}
