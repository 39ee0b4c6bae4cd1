import type { TemplateSurroundings } from '#domain/conversations/template.ts'
import type { Reader } from './database.ts'
import { readTemplates } from './templates.ts'

/** What a standard text has to be like besides itself, as it is now. */
export async function templateSurroundings(reader: Reader, id: string): Promise<TemplateSurroundings> {
  const templates = await readTemplates(reader)
  const categories = await reader.db
    .selectFrom('category')
    .where('category.tenant_id', '=', reader.tenant)
    .select('category.id')
    .execute()
  return {
    otherNames: templates.filter((template) => template.id !== id).map(({ name }) => name),
    isCategory: (category) => categories.some((one) => one.id === category),
  }
}
