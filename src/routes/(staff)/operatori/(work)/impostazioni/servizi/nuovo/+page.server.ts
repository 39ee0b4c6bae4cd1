import { redirect } from '@sveltejs/kit'
import { beginService } from '#server/use-cases/services/begin-service.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { words, locale } }) => ({ locale, says: words.serviceEditor })

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory, words } = locals
    const form = await readForm(request)
    const ask = { by: staffOf(locals), code: textOf(form, 'code').trim(), title: textOf(form, 'title').trim() }
    const begun = await beginService(installation.world, directory.tenant.id, ask)
    const said = { words: { ...words.settings.refusal, ...words.serviceEditor.refusal }, fields: {} }
    if (!begun.ok) return failForm('service', begun, form, said)
    redirect(303, `/operatori/impostazioni/servizi/${begun.value}`)
  },
}
