import { fail, redirect } from '@sveltejs/kit'
import { staffCookie } from '#server/delivery/web/staff-session.ts'
import { signIn } from '#server/use-cases/people/sign-in.ts'
import { readForm } from '../../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.staff) redirect(303, returnPath(url))
  const { auth, forms } = locals.words
  const note = url.searchParams.has('uscita') ? auth.signedOut : url.searchParams.has('nuova') ? auth.saved : null
  return { auth, forms, locale: locals.locale, note }
}

export const actions: Actions = {
  default: async ({ request, locals, cookies, url }) => {
    const form = await readForm(request)
    const [email, password] = [String(form.get('email') ?? '').slice(0, 254), String(form.get('password') ?? '').slice(0, 500)]
    const { auth } = locals.words
    const missing = { ...(email.trim() === '' && { email: auth.missing }), ...(password === '' && { password: auth.missing }) }
    if (Object.keys(missing).length > 0) return fail(422, { email, errors: missing, message: null })

    const { installation, directory } = locals
    const few = await installation.limits.take('sign-in', locals.clientAddress)
    const fewForThisAccount = await installation.limits.take('sign-in-account', email.trim().toLowerCase())
    if (!few || !fewForThisAccount) return fail(429, { email, errors: {}, message: auth.tooMany })

    const signedIn = await signIn(installation.world, directory.tenant.id, { email, password })
    if (!signedIn.ok) return fail(422, { email, errors: {}, message: auth.wrong })
    const { token, expiresAt } = signedIn.value
    cookies.set(staffCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      expires: expiresAt,
    })
    redirect(303, returnPath(url))
  },
}

/** Back to where the person wanted to go, within the staff pages alone. */
function returnPath(url: URL): string {
  const wanted = url.searchParams.get('poi') ?? ''
  return /^\/operatori(?:[/?][\w/?=&%.+-]*)?$/.test(wanted) && !wanted.includes('//') ? wanted : '/operatori'
}
