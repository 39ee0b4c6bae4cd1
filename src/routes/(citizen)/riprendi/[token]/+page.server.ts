import { redirect } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { bookingCookie, draftCookie, requestCookie, writeDraftCookie } from '#server/delivery/files/draft-cookie.ts'
import type { DraftForm } from '#server/storage/drafts.ts'
import { resumeDraft } from '#server/use-cases/drafts/resume-draft.ts'
import type { Actions, PageServerLoad } from './$types'

const week = 7 * 86_400

/** Which cookie a browser keeps it in, and where it goes on. */
const ways: Readonly<Record<DraftForm, readonly [cookie: string, page: string]>> = {
  report: [draftCookie, '/segnala/dati'],
  booking: [bookingCookie, '/prenota-appuntamento/riepilogo'],
  request: [requestCookie, '/assistenza'],
}

/** Where the link of the letter leads. Reading is no action, since mail programs read: somebody has to press the button. */
export const load: PageServerLoad = ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
  const says = locals.words.assistance.resume
  return {
    words: says,
    pageTitle: fill(locals.words.site.title, { page: says.title, body: locals.directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  default: async ({ locals, params, cookies, url }) => {
    const resumed = await resumeDraft(locals.installation.world, locals.directory.tenant.id, params.token)
    if (!resumed.ok) redirect(303, '/segnala?scaduta=1')
    const [cookie, page] = ways[resumed.value.form]
    const secure = url.protocol === 'https:'
    cookies.set(cookie, writeDraftCookie(resumed.value), { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: week })
    redirect(303, page)
  },
}
