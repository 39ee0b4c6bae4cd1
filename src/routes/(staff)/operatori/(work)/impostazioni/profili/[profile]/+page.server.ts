import { error, redirect } from '@sveltejs/kit'
import type { ProfileId } from '#domain/offices/profile.ts'
import { isId } from '#domain/shared/id.ts'
import { readProfiles } from '#server/storage/profiles.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { setProfile } from '#server/use-cases/offices/set-profile.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { contactChoices } from '../../contact-rows.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { type FileField, failFile, takeFiles } from '../../take-files.server.ts'
import { officeChoices } from '../../uffici/present-offices.server.ts'
import { profileAsTyped, readProfile, saidOfProfile } from '../present-profiles.server.ts'
import type { Actions, PageServerLoad } from './$types'

const fileFields: readonly FileField[] = [
  { stem: 'photo', kind: 'picture' },
  { stem: 'cv', kind: 'document' },
]

/** One public profile or, under `nuovo`, one to be made. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.profile, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    profile: (await readProfiles(reader)).find((one) => one.id === id),
    version: id === null ? 0 : await lastSettingVersion(reader, 'profile', id),
    history: id === null ? null : await readHistory(reader, { subject: 'profile', id }),
  }))
  if (id !== null && !found.profile) error(404, words.errors.notFound)
  return {
    locale,
    profiles: words.profiles,
    contact: words.offices.contact,
    title: found.profile ? `${found.profile.firstName} ${found.profile.lastName}` : words.profiles.add,
    now: profileAsTyped(found.profile),
    kinds: contactChoices(locals),
    offices: officeChoices([...directory.offices.values()], locale),
    colleagues: directory.colleagues.map(({ id: value, name: label }) => ({ value: value as string, label })),
    version: found.version,
    history: found.history && presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
  }
}

function idOf(text: string, { words }: App.Locals): ProfileId | null {
  if (text === 'nuovo') return null
  return isId(text) ? (text as ProfileId) : error(404, words.errors.notFound)
}

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { installation, directory } = locals
    const by = staffOf(locals)
    const form = await readForm(request)
    const untaken = await takeFiles(form, fileFields, locals)
    if (untaken) return failFile('profile', untaken, form)
    const ask = { by, id: idOf(params.profile, locals), profile: readProfile(form), seen: Number(textOf(form, 'version')) }
    const set = await setProfile(installation.world, directory.tenant.id, ask)
    if (!set.ok) return failForm('profile', set, form, saidOfProfile(locals))
    redirect(303, `/operatori/impostazioni/profili/${set.value}?fatto`)
  },
  revert,
}
