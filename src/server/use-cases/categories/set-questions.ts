import { type ChangeQuestionsRefusal, changeQuestions, type QuestionChange } from '#domain/categories/change-questions.ts'
import { type CategoryRefusal, checkCategorySetting } from '#domain/categories/check-category.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CategoryId, Id, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { categoryRules } from '#server/storage/category-rules.ts'
import { answeredQuestions } from '#server/storage/category-uses.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetQuestions = {
  readonly by: Actor
  readonly category: CategoryId
  readonly change: QuestionChange
  readonly seen: number | null
}

export type SetQuestionsRefusal = CategoryRefusal | ChangeQuestionsRefusal | ChangeSettingRefusal | 'no_such_category'

/** Changes one question of a category, or its place among the others. */
export async function setQuestions(
  world: World,
  tenant: TenantId,
  { by, category: id, change, seen }: SetQuestions,
): Promise<Result<Id<'setting-change'>, SetQuestionsRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<Id<'setting-change'>, SetQuestionsRefusal>> => {
    await lockBody(tx)
    const rules = await categoryRules(tx)
    const category = rules.categories.get(id)
    if (!category) return refuse('no_such_category')
    const questions = changeQuestions(category.questions, change, await answeredQuestions(tx, id))
    if (!questions.ok) return questions
    const { id: _, ...setting } = category
    const checked = checkCategorySetting(id, { ...setting, questions: questions.value }, rules)
    if (!checked.ok) return checked
    return changeSetting(world, tx, { subject: 'category', id, by, value: checked.value, seen })
  })
}
