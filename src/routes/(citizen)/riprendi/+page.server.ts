import { fail } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { resumeDraft } from '#server/use-cases/drafts/resume-draft.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { goOn } from './go-on.server.ts'

/** Where the code of the letter is typed, beside the address to which it went. */
export const load: PageServerLoad = ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' })
  const { unfinished, forms, wizard, site } = locals.words
  return {
    words: { ...unfinished.resume, forms },
    locale: locals.locale,
    errorPrefix: wizard.errorPrefix,
    pageTitle: fill(site.title, { page: unfinished.resume.title, body: locals.directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  /** Code and address together open it; which of them is wrong is told to nobody. */
  default: async (event) => {
    const { installation, directory, clientAddress, words } = event.locals
    const form = await readForm(event.request)
    const typed = { email: textOf(form, 'email').trim(), code: textOf(form, 'code').trim() }
    if (!(await installation.limits.take('draft-find', clientAddress)))
      return fail(429, { ...typed, problem: words.errors.tooMany })
    const resumed = await resumeDraft(installation.world, directory.tenant.id, typed)
    return resumed.ok ? goOn(event, resumed.value) : fail(422, { ...typed, problem: words.unfinished.resume.notFound })
  },
}
