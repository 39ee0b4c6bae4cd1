import { error, redirect } from '@sveltejs/kit'
import { namesAuthorGroup } from '#domain/routing/author-group.ts'
import { type AuthorGroupId, isId } from '#domain/shared/id.ts'
import { fill } from '#lib/messages/fill.ts'
import { readAuthorGroup } from '#server/storage/author-groups.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { removeAuthorGroup } from '#server/use-cases/routing/remove-author-group.ts'
import { setAuthorGroup } from '#server/use-cases/routing/set-author-group.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { saidOfGroups } from '../said-of-groups.server.ts'
import type { Actions, PageServerLoad } from './$types'

const place = '/operatori/impostazioni/gruppi'

/** One group of authors, or a new one; one that was deleted can be brought back from its history. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { words, locale } = locals
  const { authorGroups } = words
  const id = idOf(params.group, locals)
  const found = id && (await readGroup(id, locals))
  return {
    locale,
    authorGroups,
    title: found ? (found.group?.name ?? authorGroups.gone) : authorGroups.new,
    now: found ? found.group : { name: '', description: '', members: '' },
    version: found?.version ?? null,
    remove: found?.group ? found.remove : null,
    history: found && presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
  }
}

async function readGroup(id: AuthorGroupId, { installation, directory, words }: App.Locals) {
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    group: await readAuthorGroup(reader, id),
    rules: await readRoutingRules(reader),
    version: await lastSettingVersion(reader, 'author_group', id),
    history: await readHistory(reader, { subject: 'author_group', id }),
  }))
  if (!found.group && found.history.changes.length === 0) error(404, words.errors.notFound)
  const asking = found.rules.filter((rule) => namesAuthorGroup(rule, id)).map(({ name }) => `«${name}»`)
  const { free, used } = words.authorGroups.remove
  return {
    ...found,
    group: found.group && { ...found.group, members: found.group.members.join('\n') },
    remove: asking.length === 0 ? free : fill(used, { rules: asking.join(', ') }),
  }
}

/** Nothing for a new one. */
function idOf(text: string, { words }: App.Locals): AuthorGroupId | null {
  if (text === 'nuovo') return null
  return isId(text) ? (text as AuthorGroupId) : error(404, words.errors.notFound)
}

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { installation, directory } = locals
    const by = staffOf(locals)
    const form = await readForm(request)
    const group = { name: textOf(form, 'name'), description: textOf(form, 'description'), pasted: textOf(form, 'members') }
    const id = idOf(params.group, locals)
    const ask = { by, id, group, seen: id && Number(textOf(form, 'version')) }
    const set = await setAuthorGroup(installation.world, directory.tenant.id, ask)
    if (!set.ok) return failForm('group', set, form, saidOfGroups(form, locals))
    redirect(303, `${place}/${set.value}?fatto`)
  },
  remove: async ({ locals, params, request }) => {
    const { installation, directory, words } = locals
    const by = staffOf(locals)
    const form = await readForm(request)
    const id = idOf(params.group, locals) ?? error(404, words.errors.notFound)
    const ask = { by, id, seen: Number(textOf(form, 'version')) }
    const removed = await removeAuthorGroup(installation.world, directory.tenant.id, ask)
    if (!removed.ok) return failForm('remove', removed, form, saidOfGroups(form, locals))
    redirect(303, `${place}?eliminato`)
  },
  revert,
}
