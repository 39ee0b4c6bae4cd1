import { type RequestEvent, redirect } from '@sveltejs/kit'
import {
  emptyRequest,
  longestDetails,
  otherService,
  type RequestCategory,
  type RequestContent,
  type RequestProblem,
  requestCategories,
} from '#domain/assistance/request.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import { lengths } from '#domain/reports/submission.ts'
import { type DraftId, isId } from '#domain/shared/id.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { FormError, OptionGroup } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { listServiceNames, type ServiceName } from '#server/queries/public/service-names.ts'
import { findRequestDraft, type RequestDraft } from '#server/storage/drafts.ts'
import { findReportBySubmission } from '#server/storage/reports.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import { textOf } from '../../read-form.server.ts'
import { heldIn, hold } from '../held-drafts.server.ts'

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>

/** The request that this browser holds, if it is still there. */
export async function openRequest({ cookies, locals }: Event): Promise<RequestDraft | null> {
  const held = heldIn(cookies, 'request')
  if (!held) return null
  const { installation, directory, citizen } = locals
  const draft = await installation.world.read(directory.tenant.id, (reader) => findRequestDraft(reader, hashToken(held.token)))
  return draft && { ...draft, content: adopt(draft.content, citizen) }
}

/** Begins a request and gives this browser its token. */
export async function beginRequest(event: Event, content: RequestContent): Promise<DraftId> {
  const { installation, directory, citizen } = event.locals
  const started = await startDraft(installation.world, directory.tenant.id, content, citizen)
  hold(event, 'request', started)
  return started.id
}

/** Leads to the confirmation where it was sent already: a retry ends where the first try did. */
export async function leaveIfSent({ locals }: Pick<RequestEvent, 'locals'>, key: string): Promise<void> {
  if (!isId(key)) return
  const { installation, directory } = locals
  const sent = await installation.world.read(directory.tenant.id, (reader) => findReportBySubmission(reader, key))
  if (sent) redirect(303, `/assistenza/inviata/${key}`)
}

/** The services that everybody can read, to be asked about. */
export async function askedServices({ installation, directory }: App.Locals): Promise<readonly ServiceName[]> {
  const names = await installation.world.read(directory.tenant.id, listServiceNames)
  return names.filter(({ state }) => state === 'published')
}

/** What an address already says of the request: a service, an office, a question that did not help. */
export function prefilled(content: RequestContent, { searchParams }: URL, services: readonly ServiceName[]): RequestContent {
  const service = services.find(({ code }) => code === searchParams.get('servizio'))
  const [office, faq] = [searchParams.get('ufficio'), searchParams.get('domanda')]
  return {
    ...content,
    ...(service && { service: service.code, category: service.categories[0] ?? null }),
    ...(office !== null && { office }),
    ...(faq !== null && { faq }),
  }
}

/** What was typed, right or wrong. */
export function readRequest(form: FormData): RequestContent {
  return {
    ...emptyRequest,
    firstName: textOf(form, 'firstName'),
    lastName: textOf(form, 'lastName'),
    email: textOf(form, 'email'),
    category: oneOf(requestCategories, textOf(form, 'category')) ?? null,
    service: textOf(form, 'service'),
    details: textOf(form, 'details'),
    office: textOf(form, 'office'),
    faq: textOf(form, 'faq'),
    privacy: form.has('privacy'),
  }
}

/** A category as it is called. */
export function categoryName(category: RequestCategory, { words }: App.Locals): string {
  return category === 'relazioni-con-il-pubblico' ? words.assistance.desk : words.vocabularies.categories[category]
}

/** The services by category, as one list that needs no script; in each, that the service is not in it. */
export function serviceGroups(
  services: readonly ServiceName[],
  locals: App.Locals,
): readonly (OptionGroup & { category: string })[] {
  const other = { value: otherService, label: locals.words.assistance.otherService }
  const groups = requestCategories.flatMap((category) => {
    const within = services.filter(({ categories }) => categories.some((one) => one === category))
    const options = within.map(({ code, title }) => ({ value: code, label: inLocale(title, locals.locale) }))
    return options.length > 0 ? [{ category, label: categoryName(category, locals), options }] : []
  })
  return [...groups, { category: '', label: locals.words.assistance.noService, options: [other] }]
}

/** What is wrong, beside each field and, with the field's name, at the top of the page. */
export function wordRequest({ words: { assistance } }: App.Locals, problems: readonly RequestProblem[]) {
  const says = assistance.problems
  const say = (refusal: string) => {
    if (refusal === 'service_elsewhere') return says.elsewhere
    if (refusal.endsWith('_missing')) return says.missing
    return refusal === 'email_wrong'
      ? says.email
      : fill(says.tooLong, { n: refusal === 'details_too_long' ? longestDetails : lengths.name })
  }
  const { firstName, lastName, email, serviceCategory, service, details, privacy } = assistance
  const names: Readonly<Record<string, string>> = {
    firstName,
    lastName,
    email,
    category: serviceCategory,
    service,
    details,
    privacy,
  }
  const byField = Object.fromEntries(problems.map(({ field, refusal }) => [field, say(refusal)]))
  const errors = Object.entries(byField).map(
    ([field, problem]): FormError => ({ field, message: fill(says.ofField, { field: names[field] ?? field, problem }) }),
  )
  return { byField, errors }
}
