import { error, redirect } from '@sveltejs/kit'
import type { FaqId } from '#domain/faqs/faq.ts'
import { isId } from '#domain/shared/id.ts'
import { faqStore } from '#server/storage/settings/faq.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { removeFaq } from '#server/use-cases/faqs/remove-faq.ts'
import { setFaq } from '#server/use-cases/faqs/set-faq.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { presentHistory, readHistory } from '../../impostazioni/history.server.ts'
import { revert } from '../../impostazioni/revert.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { offerFaqForm, readFaq, saidOfFaq, shownSetting } from '../present-faqs.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** One frequent question, and everything that was changed of it; one that was deleted can be brought back. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words } = locals
  const id = idOf(params.faq, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    faq: await faqStore.read(reader, id),
    version: await lastSettingVersion(reader, 'faq', id),
    history: await readHistory(reader, { subject: 'faq', id }),
  }))
  if (!found.faq && found.history.changes.length === 0) error(404, words.errors.notFound)
  return {
    ...(await offerFaqForm(locals)),
    now: found.faq && shownSetting(found.faq),
    version: found.version,
    history: presentHistory(found.history, locals),
    settings: words.settings,
    done: url.searchParams.has('fatto'),
  }
}

function idOf(text: string, { words }: App.Locals): FaqId {
  return isId(text) ? (text as FaqId) : error(404, words.errors.notFound)
}

export const actions: Actions = {
  save: async (event) => {
    const { locals, url } = event
    const { by, form, id } = await asked(event)
    const ask = { by, id, setting: readFaq(form), seen: Number(textOf(form, 'version')) }
    const set = await setFaq(locals.installation.world, locals.directory.tenant.id, ask)
    if (!set.ok) return failForm('faq', set, form, saidOfFaq(locals))
    redirect(303, `${url.pathname}?fatto`)
  },
  remove: async (event) => {
    const { locals } = event
    const { by, form, id } = await asked(event)
    const ask = { by, id, seen: Number(textOf(form, 'version')) }
    const removed = await removeFaq(locals.installation.world, locals.directory.tenant.id, ask)
    if (!removed.ok) return failForm('remove', removed, form, saidOfFaq(locals))
    redirect(303, '/operatori/domande?eliminata')
  },
  revert,
}

async function asked({ locals, params, request }: RequestEvent) {
  const form = await readForm(request)
  return { by: staffOf(locals), form, id: idOf(params.faq, locals) }
}
