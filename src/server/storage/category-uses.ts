import { sql } from 'kysely'
import type { CategoryId, ReportId } from '#domain/shared/id.ts'
import type { Reader } from './database.ts'

/** The categories under which anything was ever filed. */
export async function usedCategories({ db, tenant }: Reader): Promise<ReadonlySet<CategoryId>> {
  const rows = await db
    .selectFrom('category')
    .where('category.tenant_id', '=', tenant)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('report')
          .whereRef('report.tenant_id', '=', 'category.tenant_id')
          .whereRef('report.category_id', '=', 'category.id')
          .select('report.id'),
      ),
    )
    .select('category.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** How many reports are filed under each category now, and how many of them are open. */
export async function countByCategory({
  db,
  tenant,
}: Reader): Promise<ReadonlyMap<CategoryId, { readonly all: number; readonly open: number }>> {
  const { rows } = await sql<{ category: CategoryId; all: number; open: number }>`
    select report.category_id as category, count(*) as all,
      count(*) filter (where report.stage not in ('resolved', 'declined', 'withdrawn')) as open
    from report where report.tenant_id = ${tenant} group by report.category_id`.execute(db)
  return new Map(rows.map(({ category, all, open }) => [category, { all, open }]))
}

/** Which of a category’s questions were ever answered. */
export async function answeredQuestions({ db, tenant }: Reader, category: CategoryId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select question.code from question
    where question.tenant_id = ${tenant} and question.category_id = ${category} and exists (
      select from report
      where report.tenant_id = ${tenant} and report.category_id = ${category} and jsonb_exists(report.answers, question.code)
    )`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

/** Some of a category’s reports, in the order of their ids. */
export async function listReportsOfCategory(
  { db, tenant }: Reader,
  category: CategoryId,
  after: ReportId | null,
  limit: number,
): Promise<readonly ReportId[]> {
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.category_id', '=', category)
    .$if(after !== null, (query) => query.where('report.id', '>', after))
    .select('report.id')
    .orderBy('report.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
