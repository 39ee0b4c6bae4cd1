import { json } from '@sveltejs/kit'
import type { CategoryId } from '#domain/shared/id.ts'
import { showQuestions } from '#lib/components/questions/shown-question.ts'
import type { RequestHandler } from './$types'

/** The questions of a category, for the form that shows them without being loaded again. */
export const GET: RequestHandler = ({ params, locals }) => {
  const category = locals.directory.categories.get(params.category as CategoryId)
  const questions = category?.active ? showQuestions(category.questions, locals.locale, locals.words.questions) : []
  return json({ questions }, { headers: { 'cache-control': 'private, max-age=60' } })
}
