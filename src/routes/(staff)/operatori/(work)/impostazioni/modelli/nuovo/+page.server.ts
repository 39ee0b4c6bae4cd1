import { redirect } from '@sveltejs/kit'
import { setTemplate } from '#server/use-cases/conversations/set-template.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { offerTemplateForm, readTemplate, refusedTemplate, templateForm } from '../present-templates.server.ts'
import type { Actions, PageServerLoad } from './$types'

const blank = { name: '', acts: [], categories: [], kinds: [], stages: [], it: '', en: '', active: true }

export const load: PageServerLoad = ({ locals }) => ({ ...offerTemplateForm(locals), now: blank })

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const ask = { by: staff, id: null, setting: readTemplate(form), seen: null }
    const set = await setTemplate(installation.world, directory.tenant.id, ask)
    if (!set.ok) return refusedTemplate(form, set.refusal, locals)
    redirect(303, `/operatori/impostazioni/modelli/${set.value}?fatto`)
  },
  preview: async ({ locals, request }) => templateForm(await readForm(request), null, locals),
}
