import type { BulkRules } from '#domain/bulk/bulk-change.ts'
import { categoriesFor } from '#domain/categories/category.ts'
import type { Directory } from './directory.ts'
import { moveRules } from './move-rules.ts'
import { categoryRouted, type RoutableReport } from './routing-body.ts'

/** What the body decided that a bulk change of this report asks for. */
export function bulkRules(directory: Directory, report: RoutableReport, now: Date): BulkRules {
  const categories = [...directory.categories.values()]
  return {
    ...moveRules(directory, report, now),
    bodyPolicy: directory.tenant.settings.publication,
    categoryFor: (kind, category) => {
      if (!directory.tenant.settings.kinds.includes(kind)) return null
      const found = categoriesFor(categories, kind).find(({ id }) => id === category)
      return found ? categoryRouted(directory, report, kind, found) : null
    },
  }
}
