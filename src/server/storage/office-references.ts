import type { OfficeReferences } from '#domain/offices/check-office.ts'
import { namesOffice } from '#domain/routing/rule-offices.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Reader } from './database.ts'
import { countOpenIn } from './open-of.ts'
import { readRoutingRules } from './routing-rules.ts'

/** What refers to an office. */
export async function readReferences(reader: Reader, office: OfficeId): Promise<OfficeReferences> {
  const categories = await reader.db
    .selectFrom('category')
    .where('category.tenant_id', '=', reader.tenant)
    .where('category.office_id', '=', office)
    .select('category.name')
    .orderBy('category.position')
    .execute()
  const rules = (await readRoutingRules(reader)).filter((rule) => namesOffice(rule, office))
  return {
    reports: await countOpenIn(reader, office),
    categories: categories.map(({ name }) => name.it),
    rules: rules.map(({ name }) => name),
  }
}
