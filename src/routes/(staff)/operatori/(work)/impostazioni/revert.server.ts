import { type RequestEvent, redirect } from '@sveltejs/kit'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { failForm } from '../refused-form.server.ts'
import { staffOf } from '../staff-of.server.ts'

/** The action of every page with a history: a setting becomes again what it was before a change. */
export async function revert({ locals, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>) {
  const { installation, directory, words } = locals
  const form = await readForm(request)
  const ask = { change: textOf(form, 'change'), by: staffOf(locals) }
  const reverted = await revertSetting(installation.world, directory.tenant.id, ask)
  if (!reverted.ok) return failForm('revert', reverted, form, { words: words.settings.refusal, fields: {} })
  const asked = [...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'fatto')
  redirect(303, `${url.pathname}?${new URLSearchParams([...asked, ['fatto', 'si']])}`)
}
