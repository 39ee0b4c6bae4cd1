import { type Category, categoriesFor } from '#domain/categories/category.ts'
import type { Question, QuestionType } from '#domain/categories/question.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Directory } from '#server/storage/directory.ts'
import { answer, problem } from './answer.ts'
import type { Call, Handler } from './call.ts'
import type { Content } from './write-xml.ts'

/** The categories that a program may file under: those that the wizard offers for any kind that the body takes. */
function servicesOf({ tenant, categories }: Directory): readonly Category[] {
  const all = [...categories.values()]
  const offered = new Set(tenant.settings.kinds.flatMap((kind) => categoriesFor(all, kind)))
  return all.filter((category) => offered.has(category))
}

/** The service with this code, if programs may file under it. */
export function serviceOf(directory: Directory, code: string): Category | null {
  return servicesOf(directory).find((category) => category.code === code) ?? null
}

/** The kinds of report that a service takes in this body; the first is taken where a client names none. */
export function kindsOf({ tenant }: Directory, service: Category): readonly ReportKind[] {
  return tenant.settings.kinds.filter((kind) => service.kinds.includes(kind))
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
        metadata: service.questions.length > 0,
        type: 'realtime',
        keywords: service.keywords.join(', '),
        group: group ? inLocale(group.name, locale) : null,
      }
    }),
  )

export const showService: Handler = (call: Call, code: string) => {
  const service = serviceOf(call.directory, code)
  if (!service) return problem(404, call.words.problems.serviceUnknown)
  const attributes = service.questions.map((question, index) => attributeOf(call, question, index + 1))
  return answer('service_definition', { service_code: service.code, attributes })
}

const datatypes = {
  text: 'string',
  choice: 'singlevaluelist',
  many: 'multivaluelist',
  number: 'number',
  date: 'datetime',
  yes_no: 'singlevaluelist',
} as const satisfies Record<QuestionType, string>

function attributeOf({ locale, words }: Call, question: Question, order: number): Content {
  const options = question.options.map(({ code, label }) => ({ key: code, name: inLocale(label, locale) }))
  const yesNo = [
    { key: 'yes', name: words.yes },
    { key: 'no', name: words.no },
  ]
  return {
    variable: true,
    code: question.code,
    datatype: datatypes[question.type],
    required: question.required,
    datatype_description: words.datatype[question.type],
    order,
    description: inLocale(question.label, locale),
    values: question.type === 'yes_no' ? yesNo : options,
  }
}
