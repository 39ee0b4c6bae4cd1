import { redirect } from '@sveltejs/kit'
import { refuse } from '#domain/shared/result.ts'
import { inLocale } from '#domain/shared/words.ts'
import { count } from '#lib/messages/fill.ts'
import { readCategories } from '#server/storage/categories.ts'
import { countByCategory } from '#server/storage/category-uses.ts'
import { placeCategory } from '#server/use-cases/categories/place-category.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { readCategoryId, saidOfCategories } from './form.server.ts'

/** The tree of categories, each to be opened or moved. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const [categories, counts] = await installation.world.read(directory.tenant.id, async (reader) => [
    await readCategories(reader),
    await countByCategory(reader),
  ])
  const siblings = Map.groupBy(categories, ({ parent }) => parent)
  return {
    locale,
    categories: words.categories,
    done: url.searchParams.has('fatto'),
    rows: categories.map(({ id, parent, name, active, questions, office }) => {
      const among = siblings.get(parent) ?? []
      const index = among.findIndex((one) => one.id === id)
      return {
        id: id as string,
        href: `/operatori/impostazioni/categorie/${id}`,
        name: inLocale(name, locale),
        depth: parent === null ? 0 : 1,
        parent: (parent ?? '') as string,
        index,
        last: index === among.length - 1,
        active,
        office: inLocale(directory.offices.get(office)?.name ?? { it: '' }, locale),
        reports: count(locale, words.categories.reports, counts.get(id)?.all ?? 0),
        asks: count(locale, words.categories.asks, questions.filter(({ retired }) => !retired).length),
      }
    }),
  }
}

export const actions: Actions = {
  move: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const id = readCategoryId(textOf(form, 'category'))
    if (!id) return failForm('move', refuse('no_such_category'), form, saidOfCategories(locals))
    const moved = await placeCategory(installation.world, directory.tenant.id, {
      by: staff,
      id,
      parent: readCategoryId(textOf(form, 'parent')),
      index: Number(textOf(form, 'index')) || 0,
    })
    if (!moved.ok) return failForm('move', moved, form, saidOfCategories(locals))
    redirect(303, '/operatori/impostazioni/categorie?fatto')
  },
}
