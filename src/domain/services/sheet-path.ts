import type { BusinessEvent, LifeEvent } from './life-event.ts'
import type { ServiceCategory } from './service-category.ts'

/** Where a service's sheet stands on the site. */
export function sheetPath(category: ServiceCategory, code: string): string {
  return `/servizi/${category}/${code}`
}

/** Where the services for an event in the life of a person or a business are listed. */
export function eventPath(event: LifeEvent | BusinessEvent): string {
  return `/servizi/eventi-della-vita/${event}`
}
