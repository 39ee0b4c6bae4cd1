import { redirect } from '@sveltejs/kit'
import { namesAuthorGroup } from '#domain/routing/author-group.ts'
import { writeNumber } from '#lib/messages/fill.ts'
import { countMembers, listAuthorGroups } from '#server/storage/author-groups.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { eraseFromAuthorGroups } from '#server/use-cases/routing/erase-from-author-groups.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { saidOfGroups } from './said-of-groups.server.ts'

const here = '/operatori/impostazioni/gruppi'

/** The groups of authors by name, how many belong to each, and which rules ask for them. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const { groups, members, rules } = await installation.world.read(directory.tenant.id, async (reader) => ({
    groups: await listAuthorGroups(reader),
    members: await countMembers(reader),
    rules: await readRoutingRules(reader),
  }))
  const { erase, removed } = words.authorGroups
  return {
    locale,
    authorGroups: words.authorGroups,
    rows: groups.map(({ id, name, description }) => ({
      id: id as string,
      href: `${here}/${id}`,
      name,
      description,
      members: writeNumber(locale, members.get(id) ?? 0),
      rules: rules.filter((rule) => namesAuthorGroup(rule, id)).map((rule) => rule.name),
    })),
    done: url.searchParams.has('cancellato') ? erase.done : url.searchParams.has('eliminato') ? removed : null,
  }
}

export const actions: Actions = {
  erase: async ({ locals, request }) => {
    const { installation, directory } = locals
    const by = staffOf(locals)
    const form = await readForm(request)
    const ask = { by, address: textOf(form, 'address') }
    const erased = await eraseFromAuthorGroups(installation.world, directory.tenant.id, ask)
    if (!erased.ok) return failForm('erase', erased, form, saidOfGroups(form, locals))
    redirect(303, `${here}?cancellato`)
  },
}
