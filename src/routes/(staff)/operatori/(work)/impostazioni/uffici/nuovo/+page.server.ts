import { redirect } from '@sveltejs/kit'
import { readOffices } from '#server/storage/offices.ts'
import { setOffice } from '#server/use-cases/offices/set-office.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import { failForm, saidOfPeople } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { contactChoices } from '../../contact-rows.server.ts'
import { failFile, takeFiles } from '../../take-files.server.ts'
import { daysOfWeek } from '../../weekly-hours.server.ts'
import { filesOfOffice, kindChoices, parentChoices, readOffice } from '../present-offices.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { installation, directory, words, locale } = locals
  return {
    locale,
    offices: words.offices,
    parents: parentChoices(null, await installation.world.read(directory.tenant.id, readOffices), locale),
    days: daysOfWeek(locals),
    contactKinds: contactChoices(locals),
    kinds: kindChoices(locals),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const untaken = await takeFiles(form, filesOfOffice, locals)
    if (untaken) return failFile('office', untaken, form)
    const ask = { by: staff, id: null, setting: readOffice(form), seen: null }
    const made = await setOffice(installation.world, directory.tenant.id, ask)
    if (!made.ok) return failForm('office', made, form, saidOfPeople(locals))
    redirect(303, '/operatori/impostazioni/uffici?fatto')
  },
}
