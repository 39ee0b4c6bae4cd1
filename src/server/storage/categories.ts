import type { Selectable } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Category, CategorySetting } from '#domain/categories/category.ts'
import type { Question } from '#domain/categories/question.ts'
import type { CategoryId, Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A category with its place among its siblings. */
export type PlacedCategory = Category & Pick<CategorySetting, 'position'>

/** Every category of the body as its tree is read: each group before what is filed under it, siblings in their order. */
export async function readCategories({ db, tenant }: Reader): Promise<readonly PlacedCategory[]> {
  const rows = await db
    .selectFrom('category')
    .where('category.tenant_id', '=', tenant)
    .select(['id', 'parent_id', 'code', 'name', 'description', 'kinds', 'keywords', 'office_id', 'offices_may_reply'])
    .select(['first_reply', 'resolution', 'like_metres', 'publication', 'position', 'active'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const questions = await db
    .selectFrom('question')
    .where('question.tenant_id', '=', tenant)
    .select(['category_id', 'code', 'label', 'type', 'required', 'options', 'help', 'least', 'most', 'unit', 'pattern'])
    .select(['shown_if', 'stops', 'public', 'retired'])
    .orderBy('position')
    .execute()
  const asked = Map.groupBy(questions, ({ category_id }) => category_id)
  const categories = rows.map((row) => toCategory(row, (asked.get(row.id) ?? []).map(toQuestion)))
  const under = Map.groupBy(categories, ({ parent }) => parent)
  return (under.get(null) ?? []).flatMap((group) => [group, ...(under.get(group.id) ?? [])])
}

type CategoryRow = Omit<Selectable<Tables['category']>, 'tenant_id'>

function toCategory({ parent_id, office_id, publication, ...row }: CategoryRow, questions: readonly Question[]): PlacedCategory {
  return {
    id: row.id,
    parent: parent_id,
    code: row.code,
    name: row.name,
    description: row.description,
    kinds: row.kinds,
    keywords: row.keywords,
    office: office_id,
    officesMayReply: row.offices_may_reply,
    firstReply: row.first_reply,
    resolution: row.resolution,
    likeMetres: row.like_metres,
    active: row.active,
    ...(publication && { publication }),
    questions,
    position: row.position,
  }
}

type QuestionRow = Omit<Selectable<Tables['question']>, 'tenant_id' | 'id' | 'category_id' | 'position'>

/** What is absent is not there, so that a question reads as it was written. */
function toQuestion(row: QuestionRow): Question {
  return {
    code: row.code,
    label: row.label,
    type: row.type,
    required: row.required,
    options: row.options,
    ...(row.help && { help: row.help }),
    ...(row.least !== null && { least: row.least }),
    ...(row.most !== null && { most: row.most }),
    ...(row.unit && { unit: row.unit }),
    ...(row.pattern && { pattern: row.pattern }),
    ...(row.shown_if && { shownIf: row.shown_if }),
    ...(row.stops && { stops: row.stops }),
    ...(row.public && { public: true }),
    ...(row.retired && { retired: true }),
  }
}

/** Writes a category whole with its questions, whether it is there already or not. */
export async function saveCategory(tx: Tx, id: CategoryId, category: CategorySetting): Promise<void> {
  const values = {
    parent_id: category.parent,
    code: category.code,
    name: JSON.stringify(category.name),
    description: JSON.stringify(category.description),
    kinds: [...category.kinds],
    keywords: [...category.keywords],
    office_id: category.office,
    offices_may_reply: category.officesMayReply,
    first_reply: JSON.stringify(category.firstReply),
    resolution: JSON.stringify(category.resolution),
    like_metres: category.likeMetres,
    publication: category.publication ?? null,
    position: category.position,
    active: category.active,
  }
  await tx.db
    .insertInto('category')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
  await saveQuestions(tx, id, category.questions)
}

/** Takes a category away under which nothing was ever filed. */
export async function deleteCategory(tx: Tx, id: CategoryId): Promise<void> {
  await saveQuestions(tx, id, [])
  await tx.db.deleteFrom('category').where('category.tenant_id', '=', tx.tenant).where('category.id', '=', id).execute()
}

async function saveQuestions(tx: Tx, category: CategoryId, questions: readonly Question[]): Promise<void> {
  await tx.db
    .deleteFrom('question')
    .where('question.tenant_id', '=', tx.tenant)
    .where('question.category_id', '=', category)
    .execute()
  if (questions.length === 0) return
  await tx.db
    .insertInto('question')
    .values(
      questions.map((question, position) => ({
        tenant_id: tx.tenant,
        id: uuidv7() as Id<'question'>,
        category_id: category,
        position,
        ...columnsOf(question),
      })),
    )
    .execute()
}

function columnsOf(question: Question) {
  return {
    code: question.code,
    label: JSON.stringify(question.label),
    type: question.type,
    required: question.required,
    options: JSON.stringify(question.options),
    help: jsonOf(question.help),
    least: question.least ?? null,
    most: question.most ?? null,
    unit: jsonOf(question.unit),
    pattern: question.pattern ?? null,
    shown_if: jsonOf(question.shownIf),
    stops: jsonOf(question.stops),
    public: question.public ?? false,
    retired: question.retired ?? false,
  }
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
