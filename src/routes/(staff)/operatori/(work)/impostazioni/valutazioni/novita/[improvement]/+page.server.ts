import { error, redirect } from '@sveltejs/kit'
import { longestImprovement } from '#domain/ratings/improvement.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type Id, isId } from '#domain/shared/id.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { improvementStore } from '#server/storage/settings/improvement.ts'
import { type SetImprovement, type SetImprovementRefusal, setImprovement } from '#server/use-cases/ratings/set-improvement.ts'
import { readForm, textOf } from '../../../../../../../read-form.server.ts'
import { failForm, type Said } from '../../../../refused-form.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { presentHistory, readHistory } from '../../../history.server.ts'
import { revert } from '../../../revert.server.ts'
import { offerSubjects, readImprovement } from '../../offer-improvement.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const place = '/operatori/impostazioni/valutazioni'

/** One thing that the body changed, or a new one, and everything that was changed of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.improvement, locals)
  const { world } = installation
  const today = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  const page = {
    locale,
    improvement: words.ratingResults.improvement,
    subjects: await offerSubjects(locals),
    longest: longestImprovement,
    today,
    done: url.searchParams.has('fatto'),
  }
  const blank = { subject: '', day: today, text: '', 'text-en': '' }
  if (id === null) return { ...page, now: blank, version: null, history: null }
  const found = await world.read(directory.tenant.id, async (reader) => ({
    improvement: await improvementStore.read(reader, id),
    version: await lastSettingVersion(reader, 'improvement', id),
    history: await readHistory(reader, { subject: 'improvement', id }),
  }))
  if (!found.improvement && found.history.changes.length === 0) error(404, words.errors.notFound)
  const { subject, day, text } = found.improvement ?? { subject: null, day: '', text: { it: '' } }
  return {
    ...page,
    now: found.improvement && { subject: subject ?? '', day, text: text.it, 'text-en': text.en ?? '' },
    version: found.version,
    history: presentHistory(found.history, locals),
  }
}

export const actions: Actions = {
  save: (event) => set(event, readImprovement),
  remove: (event) => set(event, () => null),
  revert,
}

async function set({ locals, params, request }: RequestEvent, read: (form: FormData) => SetImprovement['setting']) {
  const { installation, directory, words } = locals
  const form = await readForm(request)
  const id = idOf(params.improvement, locals)
  const setting = read(form)
  const ask = { by: staffOf(locals), id, setting, seen: id === null ? null : Number(textOf(form, 'version')) }
  const changed = await setImprovement(installation.world, directory.tenant.id, ask)
  const said: Said<SetImprovementRefusal> = {
    words: { ...words.settings.refusal, ...words.ratingResults.improvement.refusal },
    fields: {},
  }
  if (!changed.ok) return failForm('improvement', changed, form, said)
  redirect(303, setting === null ? `${place}?eliminata` : `${place}/novita/${changed.value}?fatto`)
}

/** Nothing is a new one. */
function idOf(text: string, { words }: App.Locals): Id<'improvement'> | null {
  if (text === 'nuova') return null
  return isId(text) ? (text as Id<'improvement'>) : error(404, words.errors.notFound)
}
