import { type ActionFailure, error, fail, redirect } from '@sveltejs/kit'
import { messageLength } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { fill } from '#lib/messages/fill.ts'
import { isRepeated } from '#server/queries/author/is-repeated.ts'
import { readFollowedReport } from '#server/queries/author/read-followed-report.ts'
import { authorPhotos } from '#server/use-cases/author/add-author-photos.ts'
import { type AddMessageRefusal, addMessage } from '#server/use-cases/author/add-message.ts'
import { type RateReportRefusal, rateReport } from '#server/use-cases/author/rate-report.ts'
import { type MoveReportRefusal, moveReport } from '#server/use-cases/reports/move-report.ts'
import { readForm as readBody } from '../../../read-form.server.ts'
import { addPhotos, type PhotosProblem } from './add-photos.server.ts'

/** What the author can do from the private page. */
export type Act = 'answer' | 'message' | 'photos' | 'withdraw' | 'reopen' | 'rate'

/** What the page shows of an act that was refused: the problem, its field, and what was typed. */
export type Failed = {
  readonly act: Act
  readonly problems: readonly string[]
  readonly text: string
  readonly added: number
  readonly stars: number
  readonly notResolved: boolean
  /** It is the text that is wrong, where something else could be. */
  readonly ofText: boolean
}

type Refusal = MoveReportRefusal | RateReportRefusal | AddMessageRefusal | PhotosProblem | 'confirm_missing'

type Event = { readonly locals: App.Locals; readonly params: { readonly token: string }; readonly request: Request }

type Sent = {
  readonly text: string
  readonly seenVersion: number
  readonly confirmed: boolean
  readonly stars: number
  readonly notResolved: boolean
  readonly photos: readonly File[]
}

type Attempt = { readonly done: Result<EventId, Refusal>; readonly problems?: readonly string[]; readonly added?: number }

const eventOf = {
  answer: 'answered',
  message: 'message_added',
  photos: 'photo_added',
  withdraw: 'withdrawn',
  reopen: 'reopened',
  rate: 'rated',
} as const

/** Does what the author asks for, or gives everything back with the reason; what was sent twice is done once. */
export async function write(act: Act, event: Event): Promise<ActionFailure<Failed>> {
  const { installation, directory, clientAddress, words } = event.locals
  const { world } = installation
  const followed = await readFollowedReport(world, directory.tenant.id, event.params.token)
  if (!followed) error(404, words.errors.notFound)
  const sent = readForm(await readBody(event.request))
  const { text, stars, notResolved } = sent
  const refused = (status: number, problems: readonly string[], { added = 0, ofText = false } = {}) =>
    fail(status, { act, problems, text, added, stars, notResolved, ofText })
  if (!(await installation.limits.take('author-write', clientAddress))) return refused(429, [words.errors.tooMany])

  const { done, problems, added } = await attempt(act, followed.report, sent, event.locals)
  if (done.ok) {
    if (problems) return refused(422, problems, { added })
    redirect(303, `/segui/${event.params.token}?fatto=${act === 'rate' && notResolved ? 'reopen' : act}`)
  }
  const repeats = { report: followed.report.id, seenVersion: sent.seenVersion, kind: eventOf[act], text: said(act, sent) }
  const pictures = act === 'photos' ? sent.photos.length : null
  if (done.refusal === 'old_version' && (await isRepeated(world, directory.tenant.id, { ...repeats, pictures }))) {
    redirect(303, `/segui/${event.params.token}?fatto=${act}`)
  }
  const ofText = done.refusal === 'text_missing' || done.refusal === 'text_too_long'
  const told = problems ?? [wordRefusal(done.refusal, followed.report, event.locals)]
  return refused(done.refusal === 'old_version' ? 409 : 422, told, { ofText })
}

function said(act: Act, { text, notResolved }: Sent): string | null {
  return act === 'withdraw' || act === 'photos' || (act === 'rate' && (notResolved || text.trim() === '')) ? null : text
}

async function attempt(act: Act, report: Report, sent: Sent, locals: App.Locals): Promise<Attempt> {
  const { world } = locals.installation
  const { id: tenant } = locals.directory.tenant
  const by = { kind: 'author', report: report.id } as const
  const asked = { report: report.id, seenVersion: sent.seenVersion, by, channel: 'web' } as const
  const { text } = sent
  switch (act) {
    case 'message':
      return { done: await addMessage(world, tenant, { ...asked, text }) }
    case 'answer':
    case 'reopen':
      return { done: await moveReport(world, tenant, { ...asked, move: { act, text } }) }
    case 'withdraw':
      if (!sent.confirmed) return { done: { ok: false, refusal: 'confirm_missing' } }
      return { done: await moveReport(world, tenant, { ...asked, move: { act } }) }
    case 'rate':
      return { done: await rateReport(world, tenant, { ...asked, stars: sent.stars, notResolved: sent.notResolved, text }) }
    case 'photos':
      return addPhotos(locals, report, { ...asked, photos: sent.photos })
  }
}

/** A form that comes without the version that was seen is taken for an old one. */
function readForm(form: FormData): Sent {
  const text = form.get('text')
  const version = Number(form.get('version') || Number.NaN)
  return {
    text: typeof text === 'string' ? plain(text).replaceAll('\r\n', '\n') : '',
    seenVersion: Number.isSafeInteger(version) ? version : -1,
    confirmed: form.get('confirm') === 'on',
    stars: Number(form.get('stars') ?? 0),
    notResolved: form.get('notResolved') === 'on',
    photos: form.getAll('photos').filter((file) => file instanceof File && file.size > 0) as readonly File[],
  }
}

/** PostgreSQL keeps no zero sign, and nobody types one. */
function plain(text: string): string {
  return text.replaceAll('\0', '')
}

function wordRefusal(refusal: Refusal, { kind }: Report, { words, locale }: App.Locals): string {
  const { refused } = wordsForKind(words.author, kind, locale)
  switch (refusal) {
    case 'text_missing':
    case 'stars_missing':
    case 'confirm_missing':
    case 'old_version':
    case 'wrong_stage':
    case 'term_over':
    case 'body_forbids':
    case 'no_such_report':
    case 'photos_missing':
      return refused[refusal]
    case 'text_too_long':
      return fill(refused.text_too_long, { n: messageLength })
    case 'photos_at_once':
      return fill(refused.photos_at_once, { n: authorPhotos.atOnce })
    case 'too_many_photos':
      return fill(refused.too_many_photos, { n: authorPhotos.inAll })
    default:
      return refused.not_yours
  }
}
