import type { ServiceCategory } from './service-category.ts'

/** Where a service's sheet stands on the site. */
export function sheetPath(category: ServiceCategory, code: string): string {
  return `/servizi/${category}/${code}`
}
