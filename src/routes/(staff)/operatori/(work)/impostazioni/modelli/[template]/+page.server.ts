import { error, redirect } from '@sveltejs/kit'
import { type Id, isId } from '#domain/shared/id.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { templateStore } from '#server/storage/settings/template.ts'
import { removeTemplate } from '#server/use-cases/conversations/remove-template.ts'
import { setTemplate } from '#server/use-cases/conversations/set-template.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { offerTemplateForm, previewTemplate, readTemplate, saidOfTemplate } from '../present-templates.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** One standard text, and everything that was changed of it; one that was deleted can be brought back. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words } = locals
  const id = idOf(params.template, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    template: await templateStore.read(reader, id),
    version: await lastSettingVersion(reader, 'template', id),
    history: await readHistory(reader, { subject: 'template', id }),
  }))
  if (!found.template && found.history.changes.length === 0) error(404, words.errors.notFound)
  return {
    ...offerTemplateForm(locals),
    now: found.template && { ...found.template, it: found.template.text.it, en: found.template.text.en ?? '' },
    version: found.version,
    history: presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
  }
}

function idOf(text: string, { words }: App.Locals): Id<'template'> {
  return isId(text) ? (text as Id<'template'>) : error(404, words.errors.notFound)
}

export const actions: Actions = {
  save: async (event) => {
    const { locals, url } = event
    const { by, form, id } = await asked(event)
    const ask = { by, id, setting: readTemplate(form), seen: Number(textOf(form, 'version')) }
    const set = await setTemplate(locals.installation.world, locals.directory.tenant.id, ask)
    if (!set.ok) return failForm('template', set, form, saidOfTemplate(form, locals))
    redirect(303, `${url.pathname}?fatto`)
  },
  preview: previewTemplate,
  remove: async (event) => {
    const { locals } = event
    const { by, form, id } = await asked(event)
    const ask = { by, id, seen: Number(textOf(form, 'version')) }
    const removed = await removeTemplate(locals.installation.world, locals.directory.tenant.id, ask)
    if (!removed.ok) return failForm('remove', removed, form, saidOfTemplate(form, locals))
    redirect(303, '/operatori/impostazioni/modelli?eliminato')
  },
  revert,
}

async function asked({ locals, params, request }: RequestEvent) {
  const form = await readForm(request)
  const by = staffOf(locals)
  return { by, form, id: idOf(params.template, locals) }
}
