import { error, type RequestEvent } from '@sveltejs/kit'
import type { LetterContent, LetterDraft, LetterProblem } from '#domain/assistance/letter.ts'
import { assistanceCategory, type Category } from '#domain/categories/category.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import { dueAt } from '#domain/clocks/working-calendar.ts'
import type { FaqId } from '#domain/faqs/faq.ts'
import { lengths } from '#domain/reports/submission.ts'
import { type DraftId, isId, type OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { FormError } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { findFaq } from '#server/queries/public/search-faqs.ts'
import { type Draft, findLetterDraft } from '#server/storage/drafts.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import type { OpenReport } from '#server/use-cases/reports/open-report.ts'
import { textOf } from '../../read-form.server.ts'
import { heldIn, hold } from '../held-drafts.server.ts'
import { dayOf } from '../segnala/sent.server.ts'

/** Where requests are filed; a body that takes none has no page for them. */
export function requireAssistance(locals: App.Locals): Category {
  return categoryOf(locals.directory) ?? error(404, locals.words.errors.notFound)
}

/** Where whoever was not helped asks, with the question in the subject. */
export function askHref(locals: App.Locals, faq = ''): string | null {
  return takesLetters(locals) ? `/assistenza${faq && `?domanda=${encodeURIComponent(faq)}`}` : null
}

/** What the subject of a letter is about, where a question did not help. */
export async function subjectOf(faq: string | null, { installation, directory, locale, words }: App.Locals): Promise<string> {
  if (faq === null || !isId(faq)) return ''
  const found = await installation.world.read(directory.tenant.id, (reader) => findFaq(reader, faq as FaqId))
  return found ? fill(words.faqs.subject, { question: inLocale(found.question, locale) }).slice(0, lengths.title) : ''
}

/** Whether offices can be written to by a form. */
export function takesLetters({ directory }: App.Locals): boolean {
  return categoryOf(directory) !== null
}

function categoryOf({ categories, tenant }: App.Locals['directory']): Category | null {
  return assistanceCategory([...categories.values()], tenant.settings.kinds)
}

/** By when whoever writes now is answered. */
export function promiseNow(locals: App.Locals, { firstReply }: Category): string {
  const { installation, directory, words } = locals
  const due = dueAt(installation.world.now(), firstReply, directory.tenant.settings.calendar)
  return fill(words.assistance.promise, { date: dayOf(locals, due) })
}

/** The letter that this browser holds, if it is still there. */
export async function openLetter({ cookies, locals }: Event): Promise<Draft<LetterDraft> | null> {
  const held = heldIn(cookies, 'letter')
  if (!held) return null
  const { installation, directory, citizen } = locals
  const draft = await installation.world.read(directory.tenant.id, (reader) => findLetterDraft(reader, hashToken(held.token)))
  return draft && { ...draft, content: adopt(draft.content, citizen) }
}

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>

/** Begins a letter and gives this browser its token. */
export async function beginLetter(event: Event, content: LetterDraft): Promise<DraftId> {
  const { installation, directory, citizen } = event.locals
  const started = await startDraft(installation.world, directory.tenant.id, content, citizen)
  hold(event, 'letter', started)
  return started.id
}

/** What was typed, right or wrong. */
export function readLetter(form: FormData, office: string): LetterDraft {
  const [firstName, lastName, email, phone] = [
    textOf(form, 'firstName'),
    textOf(form, 'lastName'),
    textOf(form, 'email'),
    textOf(form, 'phone'),
  ]
  const [title, description] = [textOf(form, 'title'), textOf(form, 'description')]
  return { form: 'letter', office, firstName, lastName, email, phone, title, description, privacy: form.has('privacy') }
}

const sizes: Readonly<Record<string, number>> = {
  name_too_long: lengths.name,
  title_too_long: lengths.title,
  description_too_long: lengths.description,
}

/** What it is about, as a question that was answered already is looked for. */
export function textOfLetter({ title, description }: Pick<LetterDraft, 'title' | 'description'>): string {
  return `${title}\n${description}`
}

/** What is wrong, beside each field and, with the field's name, at the top of the page. */
export function wordLetter({ words: { assistance } }: App.Locals, problems: readonly LetterProblem[]) {
  const says = assistance.problems
  const say = (refusal: string) => {
    if (refusal.endsWith('_missing')) return says.missing
    if (refusal === 'phone_wrong') return says.phone
    return refusal === 'email_wrong' ? says.email : fill(says.tooLong, { n: sizes[refusal] ?? 0 })
  }
  const { firstName, lastName, email, phone, privacy, office } = assistance
  const names: Readonly<Record<string, string>> = {
    ...{ firstName, lastName, email, phone, privacy },
    title: office.subject,
    description: office.text,
  }
  const byField = Object.fromEntries(problems.map(({ field, refusal }) => [field, say(refusal)]))
  const errors = Object.entries(byField).map(
    ([field, problem]): FormError => ({ field, message: fill(says.ofField, { field: names[field] ?? field, problem }) }),
  )
  return { byField, errors }
}

/** A letter as it is sent: nobody but its writer and the body ever reads it, and it is about no place. */
export function requestOf(
  { locale }: App.Locals,
  content: LetterContent,
  { key, category, office }: { readonly key: DraftId; readonly category: Category; readonly office: OfficeId | null },
): OpenReport {
  const { firstName, lastName, email, phone, title, description } = content
  return {
    submissionKey: key,
    kind: 'assistance',
    category: category.id,
    office,
    ...{ title, description },
    answers: {},
    place: null,
    address: null,
    author: {
      firstName: firstName.trim(),
      lastName: lastName.trim(),
      email: email.trim(),
      phone: phone.trim() || null,
      locale,
    },
    consent: false,
    channel: 'web',
    by: { kind: 'author' },
    recordedBy: null,
    draft: key,
    attachments: [],
    mediaUrls: [],
  }
}
