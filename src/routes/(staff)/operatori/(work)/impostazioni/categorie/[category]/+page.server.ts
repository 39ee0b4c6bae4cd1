import { error, fail, redirect } from '@sveltejs/kit'
import type { QuestionChange } from '#domain/categories/change-questions.ts'
import { inLocale } from '#domain/shared/words.ts'
import { showQuestions } from '#lib/components/questions/shown-question.ts'
import { count } from '#lib/messages/fill.ts'
import { categoryRules } from '#server/storage/category-rules.ts'
import { countByCategory } from '#server/storage/category-uses.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { setCategory } from '#server/use-cases/categories/set-category.ts'
import { setQuestions } from '#server/use-cases/categories/set-questions.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm, wordRefused } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { readCategory, readCategoryId, saidOfCategories } from '../form.server.ts'
import { categoryAsTyped, categoryChoices } from '../present.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** One category: what it is, what it asks, how people see that, and everything that was changed of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = readCategoryId(params.category) ?? error(404, words.errors.notFound)
  const { rules, uses, version, history } = await installation.world.read(directory.tenant.id, async (reader) => ({
    rules: await categoryRules(reader),
    uses: (await countByCategory(reader)).get(id) ?? { all: 0, open: 0 },
    version: await lastSettingVersion(reader, 'category', id),
    history: await readHistory(reader, { subject: 'category', id }),
  }))
  const category = rules.categories.get(id)
  if (!category) error(404, words.errors.notFound)
  const says = words.categories
  return {
    locale,
    categories: says,
    title: inLocale(category.name, locale),
    now: categoryAsTyped(category),
    choices: categoryChoices(id, { ...rules, offices: directory.offices }, locals),
    refers: uses.all === 0 ? '' : `${count(locale, says.refers.all, uses.all)} (${count(locale, says.refers.open, uses.open)}).`,
    questions: category.questions.map(({ code, label, type, required, retired = false }) => ({
      code,
      href: `/operatori/impostazioni/categorie/${id}/domanda?codice=${encodeURIComponent(code)}`,
      label: inLocale(label, locale),
      type: says.question.types[type],
      required,
      retired,
    })),
    add: `/operatori/impostazioni/categorie/${id}/domanda`,
    preview: showQuestions(category.questions, locale, words.questions),
    asking: words.questions,
    version,
    history: presentHistory(history, locals),
    done: url.searchParams.has('fatto'),
  }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event.request)
    const { locals, staff, id, tenant } = asked(event)
    const ask = { by: staff, id, setting: readCategory(form), seen: Number(textOf(form, 'version')) }
    const saved = await setCategory(locals.installation.world, tenant, ask)
    if (!saved.ok) return failForm('category', saved, form, saidOfCategories(locals))
    redirect(303, `/operatori/impostazioni/categorie/${id}?fatto`)
  },
  question: async (event) => {
    const form = await readForm(event.request)
    const { locals, staff, id, tenant } = asked(event)
    const change = changeOf(textOf(form, 'do'), textOf(form, 'code'))
    const ask = { by: staff, category: id, change, seen: null }
    const changed = await setQuestions(locals.installation.world, tenant, ask)
    if (!changed.ok) return fail(422, { ...wordRefused('question', changed, form, saidOfCategories(locals)), field: null })
    redirect(303, `/operatori/impostazioni/categorie/${id}?fatto#form-question`)
  },
  revert,
}

function asked({ locals, params }: RequestEvent) {
  const { directory, words } = locals
  const staff = staffOf(locals)
  return { locals, staff, tenant: directory.tenant.id, id: readCategoryId(params.category) ?? error(404, words.errors.notFound) }
}

function changeOf(what: string, code: string): QuestionChange {
  if (what === 'up' || what === 'down') return { change: 'move', code, by: what === 'up' ? -1 : 1 }
  if (what === 'remove' || what === 'ask_again') return { change: what, code }
  return { change: 'retire', code }
}
