import { redirect } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { count } from '#lib/messages/fill.ts'
import { countByOffice } from '#server/queries/people/count-by-office.ts'
import { readOffices } from '#server/storage/offices.ts'
import { setOffice } from '#server/use-cases/offices/set-office.ts'
import { readForm } from '../../../../../read-form.server.ts'
import { failForm, saidOfPeople } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { parentChoices, readOfficeId, treeOf } from './present-offices.server.ts'

/** The tree of offices, each to be opened or moved. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  // What was just changed is read, not what this process still has in mind.
  const [offices, counts] = await installation.world.read(directory.tenant.id, async (reader) => [
    await readOffices(reader),
    await countByOffice(reader),
  ])
  return {
    locale,
    offices: words.offices,
    done: url.searchParams.has('fatto'),
    rows: treeOf(offices, locale).map(({ office, depth }) => ({
      id: office.id as string,
      href: `/operatori/impostazioni/uffici/${office.id}`,
      name: inLocale(office.name, locale),
      depth: Math.min(depth, 4),
      parent: (office.parent ?? '') as string,
      desk: office.desk,
      active: office.active,
      open: count(locale, words.offices.open, counts.get(office.id)?.open ?? 0),
      people: count(locale, words.offices.people, counts.get(office.id)?.people ?? 0),
      parents: parentChoices(office.id, offices, locale),
    })),
  }
}

export const actions: Actions = {
  move: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const setting = { parent: readOfficeId(form, 'parent') }
    const moved = await setOffice(installation.world, directory.tenant.id, {
      by: staff,
      id: readOfficeId(form, 'office'),
      setting,
      seen: null,
    })
    if (!moved.ok) return failForm('move', moved, form, saidOfPeople(locals))
    redirect(303, '/operatori/impostazioni/uffici?fatto')
  },
}
