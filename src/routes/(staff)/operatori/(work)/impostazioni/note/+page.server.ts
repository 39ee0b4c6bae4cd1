import { redirect } from '@sveltejs/kit'
import { notedChanges } from '#domain/reports/forced-notes.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { setForcedNotes } from '#server/use-cases/people/set-forced-notes.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm, saidOfPeople } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const { id } = directory.tenant
  const found = await installation.world.read(id, async (reader) => ({
    settings: await bodyStore.read(reader, id),
    version: await lastSettingVersion(reader, 'body', id),
  }))
  return {
    locale,
    people: words.people,
    forced: found.settings?.forcedNotes ?? [],
    changes: notedChanges.map((value) => ({ value, label: words.people.notes.change[value] })),
    version: found.version,
    done: url.searchParams.has('fatto'),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
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
