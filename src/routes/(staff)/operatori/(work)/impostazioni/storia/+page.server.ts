import { fail, redirect } from '@sveltejs/kit'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { readForm } from '../../../../../read-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { presentHistory } from '../present-history.server.ts'
import type { Actions, PageServerLoad } from './$types'

const pageLength = 50

/** Every change of every setting, the newest first. */
export const load: PageServerLoad = async ({ locals }) => {
  const { installation, directory } = locals
  const changes = await installation.world.read(directory.tenant.id, (reader) =>
    listSettingChanges(reader, null, { limit: pageLength, before: null }),
  )
  return { changes: presentHistory(changes, locals) }
}

export const actions: Actions = {
  revert: async ({ locals, request }) => {
    const { installation, directory, words } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const reverted = await revertSetting(installation.world, directory.tenant.id, {
      change: String(form.get('change') ?? ''),
      by: staff,
    })
    if (!reverted.ok) return fail(422, { message: words.settings.refusal[reverted.refusal] })
    redirect(303, '/operatori/impostazioni/storia?fatto')
  },
}
