import { redirect } from '@sveltejs/kit'
import { notedChanges } from '#domain/reports/forced-notes.ts'
import { setForcedNotes } from '#server/use-cases/people/set-forced-notes.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm, saidOfPeople } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { readBody } from '../body-settings.server.ts'
import { revert } from '../revert.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { words } = event.locals
  const { settings, page } = await readBody(event, 'note')
  return {
    ...page,
    people: words.people,
    forced: settings.forcedNotes,
    changes: notedChanges.map((value) => ({ value, label: words.people.notes.change[value] })),
  }
}

export const actions: Actions = {
  revert,
  save: async ({ locals, request, url }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const forced = notedChanges.filter((change) => form.getAll('forced').includes(change))
    const ask = { by: staff, forced, seen: Number(textOf(form, 'version')) }
    const set = await setForcedNotes(installation.world, directory.tenant.id, ask)
    if (!set.ok) return failForm('notes', set, form, saidOfPeople(locals))
    redirect(303, `${url.pathname}?fatto`)
  },
}
