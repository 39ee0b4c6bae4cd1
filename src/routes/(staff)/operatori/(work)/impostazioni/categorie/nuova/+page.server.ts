import { redirect } from '@sveltejs/kit'
import { categoryRules } from '#server/storage/category-rules.ts'
import { setCategory } from '#server/use-cases/categories/set-category.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { readCategory, saidOfCategories } from '../form.server.ts'
import { categoryChoices } from '../present.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What the form of a new category begins with. */
const usual: Readonly<Record<string, readonly string[]>> = {
  active: ['on'],
  likeMetres: ['150'],
  kinds: ['problem'],
  'firstReply-unit': ['working_days'],
  'resolution-unit': ['working_days'],
}

export const load: PageServerLoad = async ({ locals }) => {
  const { installation, directory, words, locale } = locals
  const rules = await installation.world.read(directory.tenant.id, categoryRules)
  const choices = categoryChoices(null, { ...rules, offices: directory.offices }, locals)
  return { locale, categories: words.categories, choices, now: usual }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const ask = { by: staff, id: null, setting: readCategory(form), seen: null }
    const made = await setCategory(installation.world, directory.tenant.id, ask)
    if (!made.ok) return failForm('category', made, form, saidOfCategories(locals))
    redirect(303, `/operatori/impostazioni/categorie/${made.value}?fatto`)
  },
}
