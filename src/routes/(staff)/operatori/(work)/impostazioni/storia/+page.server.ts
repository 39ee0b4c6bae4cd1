import { endOfDay, isCivilDate, startOfDay } from '#domain/shared/day-span.ts'
import { type AccountId, type Id, isId } from '#domain/shared/id.ts'
import { type ChangesOf, listChangers } from '#server/storage/settings/history.ts'
import { type SettingSubject, settingStores } from '#server/storage/settings/stores.ts'
import { presentChange, readHistory } from '../history.server.ts'
import { revert } from '../revert.server.ts'
import type { Actions, PageServerLoad } from './$types'

const pageLength = 30
const subjects = Object.keys(settingStores) as readonly SettingSubject[]

/** Every change of every setting, the newest first, or those that are looked for. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const asked = readAsked(url.searchParams, directory.tenant.settings.calendar.zone)
  const { found, changers } = await installation.world.read(directory.tenant.id, async (reader) => ({
    found: await readHistory(reader, asked.of, { limit: pageLength + 1, before: asked.before }),
    changers: await listChangers(reader),
  }))
  const changes = found.changes.slice(0, pageLength).map((change) => presentChange(change, found.names, locals))
  const [first] = changes
  const last = changes.at(-1)
  const { kinds } = words.settings.history
  return {
    locale,
    asked: asked.typed,
    kinds: subjects
      .map((value) => ({ value, label: kinds[value] }))
      .toSorted((one, other) => one.label.localeCompare(other.label)),
    changers: changers.map(({ id, name }) => ({ value: id as string, label: name })),
    changes,
    one: asked.of.id && first ? first.thing.title : null,
    narrowed: Object.keys(asked.of).length > 0,
    further: found.changes.length > pageLength && last ? `?${new URLSearchParams({ ...asked.typed, prima: last.id })}` : null,
    first: asked.before === null ? null : `?${new URLSearchParams(asked.typed)}`,
    done: url.searchParams.has('fatto'),
  }
}

const fields = ['che', 'quale', 'chi', 'dal', 'al'] as const

/** What an address asks for; what is no id, kind or day is left out. */
function readAsked(search: URLSearchParams, zone: string) {
  const one = (field: (typeof fields)[number] | 'prima') => search.get(field) ?? ''
  const subject = subjects.find((known) => known === one('che'))
  const of: ChangesOf = {
    ...(subject && { subject }),
    ...(isId(one('quale')) && { id: one('quale') }),
    ...(isId(one('chi')) && { by: one('chi') as AccountId }),
    ...(isCivilDate(one('dal')) && { from: startOfDay(one('dal'), zone) }),
    ...(isCivilDate(one('al')) && { to: endOfDay(one('al'), zone) }),
  }
  const typed = Object.fromEntries(fields.flatMap((field) => (one(field) === '' ? [] : [[field, one(field)]])))
  return { of, typed, before: isId(one('prima')) ? (one('prima') as Id<'setting-change'>) : null }
}

export const actions: Actions = { revert }
