import { fail, redirect } from '@sveltejs/kit'
import { setPassword } from '#server/use-cases/people/set-password.ts'
import { readForm } from '../../../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({ auth: locals.words.auth })

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { auth } = locals.words
    if (!(await locals.installation.limits.take('sign-in', locals.clientAddress)))
      return fail(429, { refusal: null, message: auth.tooMany })
    const form = await readForm(request)
    const [password, repeat] = [String(form.get('password') ?? ''), String(form.get('repeat') ?? '')]
    const set = await setPassword(locals.installation.world, locals.directory.tenant.id, {
      token: params.token,
      password,
      repeat,
    })
    if (!set.ok) return fail(422, { refusal: set.refusal, message: auth.refusal[set.refusal] })
    redirect(303, '/operatori/accedi?nuova')
  },
}
