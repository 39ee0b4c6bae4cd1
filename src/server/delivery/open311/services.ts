import { type Category, categoriesFor } from '#domain/categories/category.ts'
import { offeredKinds, type ReportKind } from '#domain/reports/kind.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Directory } from '#server/storage/directory.ts'
import { answer, problem } from './answer.ts'
import { attributesOf } from './attributes.ts'
import type { Call, Handler } from './call.ts'

/** The categories that a program may file under: those that the wizard offers for any kind that the body takes. */
function servicesOf({ tenant, categories }: Directory): readonly Category[] {
  const all = [...categories.values()]
  const offered = new Set(offeredKinds(tenant.settings.kinds).flatMap((kind) => categoriesFor(all, kind)))
  return all.filter((category) => offered.has(category))
}

/** The service with this code, if programs may file under it. */
export function serviceOf(directory: Directory, code: string): Category | null {
  return servicesOf(directory).find((category) => category.code === code) ?? null
}

/** The kinds of report that a service takes in this body; the first is taken where a client names none. */
export function kindsOf({ tenant }: Directory, service: Category): readonly ReportKind[] {
  return offeredKinds(tenant.settings.kinds).filter((kind) => service.kinds.includes(kind))
}

export const listServices: Handler = ({ directory, locale }: Call) =>
  answer(
    'services',
    servicesOf(directory).map((service) => {
      const group = service.parent === null ? undefined : directory.categories.get(service.parent)
      return {
        service_code: service.code,
        service_name: inLocale(service.name, locale),
        description: inLocale(service.description, locale),
        metadata: service.questions.some(({ retired }) => !retired),
        type: 'realtime',
        keywords: service.keywords.join(', '),
        group: group ? inLocale(group.name, locale) : null,
      }
    }),
  )

export const showService: Handler = (call: Call, code: string) => {
  const service = serviceOf(call.directory, code)
  if (!service) return problem(404, call.words.problems.serviceUnknown)
  const attributes = attributesOf(call, service.questions)
  return answer('service_definition', { service_code: service.code, attributes })
}
