import { error, redirect } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { categoryRules } from '#server/storage/category-rules.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { setQuestions } from '#server/use-cases/categories/set-questions.ts'
import { readForm, textOf } from '../../../../../../../read-form.server.ts'
import { failForm } from '../../../../refused-form.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { readCategoryId, readQuestion, saidOfCategories } from '../../form.server.ts'
import { questionAsTyped, questionChoices } from '../../present.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** One question of a category, or a new one. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = readCategoryId(params.category) ?? error(404, words.errors.notFound)
  const { rules, version } = await installation.world.read(directory.tenant.id, async (reader) => ({
    rules: await categoryRules(reader),
    version: await lastSettingVersion(reader, 'category', id),
  }))
  const category = rules.categories.get(id)
  const code = url.searchParams.get('codice')
  const question = category?.questions.find((one) => one.code === code) ?? null
  if (!category || (code !== null && !question)) error(404, words.errors.notFound)
  return {
    locale,
    categories: words.categories,
    title: question ? inLocale(question.label, locale) : words.categories.addQuestion,
    category: inLocale(category.name, locale),
    now: questionAsTyped(question),
    choices: questionChoices(category, code, locals),
    version,
  }
}

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const { installation, directory, words } = locals
    const staff = staffOf(locals)
    const id = readCategoryId(params.category) ?? error(404, words.errors.notFound)
    const form = await readForm(request)
    const change = { change: 'put', was: url.searchParams.get('codice'), question: readQuestion(form) } as const
    const ask = { by: staff, category: id, change, seen: Number(textOf(form, 'version')) }
    const saved = await setQuestions(installation.world, directory.tenant.id, ask)
    if (!saved.ok) return failForm('question', saved, form, saidOfCategories(locals))
    redirect(303, `/operatori/impostazioni/categorie/${id}?fatto`)
  },
}
