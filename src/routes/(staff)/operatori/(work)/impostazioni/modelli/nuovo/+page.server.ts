import { redirect } from '@sveltejs/kit'
import { setTemplate } from '#server/use-cases/conversations/set-template.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { offerTemplateForm, previewTemplate, readTemplate, saidOfTemplate } from '../present-templates.server.ts'
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
    if (!set.ok) return failForm('template', set, form, saidOfTemplate(form, locals))
    redirect(303, `/operatori/impostazioni/modelli/${set.value}?fatto`)
  },
  preview: previewTemplate,
}
