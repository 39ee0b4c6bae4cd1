import { redirect } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { resumeDraft } from '#server/use-cases/drafts/resume-draft.ts'
import { goOn } from '../go-on.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Where the link of the letter leads. Reading is no action, since mail programs read: somebody has to press the button. */
export const load: PageServerLoad = ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
  const says = locals.words.unfinished.resume
  return {
    words: says,
    pageTitle: fill(locals.words.site.title, { page: says.title, body: locals.directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event
    const resumed = await resumeDraft(locals.installation.world, locals.directory.tenant.id, { link: params.token })
    if (!resumed.ok) redirect(303, '/segnala?scaduta=1')
    return goOn(event, resumed.value)
  },
}
