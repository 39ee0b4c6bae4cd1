import { redirect } from '@sveltejs/kit'
import { invitePerson } from '#server/use-cases/people/invite-person.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm, saidOfPeople } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { readRoles, roleChoices } from '../present-staff.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({
  locale: locals.locale,
  people: locals.words.people,
  choices: roleChoices([], locals),
})

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const ask = { by: staff, email: textOf(form, 'email'), name: textOf(form, 'name'), memberships: readRoles(form) }
    const invited = await invitePerson(installation.world, directory.tenant.id, ask)
    if (!invited.ok) return failForm('invite', invited, form, saidOfPeople(locals))
    redirect(303, '/operatori/impostazioni/persone?fatto=invito')
  },
}
