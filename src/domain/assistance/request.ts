import { authorProblems, type DraftProblem } from '../reports/draft-problems.ts'
import { type ServiceCategory, serviceCategories } from '../services/service-category.ts'

/** What people ask about: the official categories of services, and the desk itself. */
export const requestCategories = [...serviceCategories, 'relazioni-con-il-pubblico'] as const

export type RequestCategory = (typeof requestCategories)[number]

/** Stands for a service that the list does not have. */
export const otherService = 'altro'

/** The longest details, in characters: the official model’s. */
export const longestDetails = 600

/** What somebody who asks for assistance has typed so far, right or wrong. */
export type RequestContent = {
  /** Tells it from the draft of a report. */
  readonly form: 'request'
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly category: RequestCategory | null
  /** By its code, or `otherService`. */
  readonly service: string
  readonly details: string
  /** The office from whose page it was begun, by its code. */
  readonly office: string
  /** The frequent question that did not help, by its id. */
  readonly faq: string
  readonly privacy: boolean
}

export const emptyRequest: RequestContent = {
  form: 'request',
  firstName: '',
  lastName: '',
  email: '',
  category: null,
  service: '',
  details: '',
  office: '',
  faq: '',
  privacy: false,
}

/** A service that can be asked about. */
export type AskedService = { readonly code: string; readonly categories: readonly ServiceCategory[] }

export type RequestProblem =
  | DraftProblem
  | { readonly field: 'category'; readonly refusal: 'category_missing' }
  | { readonly field: 'service'; readonly refusal: 'service_missing' | 'service_elsewhere' }
  | { readonly field: 'details'; readonly refusal: 'details_missing' | 'details_too_long' }
  | { readonly field: 'privacy'; readonly refusal: 'privacy_missing' }

/** Everything that keeps a request for assistance from being sent, in the order of the form; a service is one of the chosen category. */
export function requestProblems(content: RequestContent, services: readonly AskedService[]): readonly RequestProblem[] {
  return [
    ...authorProblems({ ...content, phone: '' }, false),
    ...(content.category === null ? [{ field: 'category', refusal: 'category_missing' } as const] : []),
    ...serviceProblems(content, services),
    ...detailsProblems(content.details),
    ...(content.privacy ? [] : [{ field: 'privacy', refusal: 'privacy_missing' } as const]),
  ]
}

function serviceProblems(
  { category, service: code }: RequestContent,
  services: readonly AskedService[],
): readonly RequestProblem[] {
  if (code === otherService) return []
  const service = services.find((one) => one.code === code)
  if (!service) return [{ field: 'service', refusal: 'service_missing' }]
  const elsewhere = category !== null && !service.categories.some((one) => one === category)
  return elsewhere ? [{ field: 'service', refusal: 'service_elsewhere' }] : []
}

function detailsProblems(details: string): readonly RequestProblem[] {
  if (details.trim() === '') return [{ field: 'details', refusal: 'details_missing' }]
  return details.length > longestDetails ? [{ field: 'details', refusal: 'details_too_long' }] : []
}
