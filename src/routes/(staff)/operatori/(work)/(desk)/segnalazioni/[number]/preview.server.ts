import { fail } from '@sveltejs/kit'
import { decideReply } from '#domain/reports/desk-changes.ts'
import { type EventDetail, type EventKind, tellsAuthor } from '#domain/reports/event.ts'
import { decideMove } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import { acts, transitions } from '#domain/reports/transitions.ts'
import type { MessageId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { ShownLetter } from '#lib/components/desk/refused.ts'
import { composeAuthorLetter, isTold } from '#lib/mail/author-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { authorLetterFacts } from '#server/queries/author/author-letter-facts.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { listEnclosed } from '#server/storage/enclosures.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { readReport } from '#server/storage/reports.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import type { RequestEvent } from './$types'
import { readMove, text } from './asked.server.ts'
import {
  type Asked,
  type Asking,
  findReport,
  type Refusal,
  refused,
  refusedFiles,
  shownAgain,
  whoAndWhat,
} from './change.server.ts'
import { keepFiles } from './keep-files.server.ts'

/** The forms of which the author is told by mail. */
export const previewedForms: readonly string[] = [
  'reply',
  ...acts.filter((act) => tellsAuthor(transitions[act].event, { kind: 'system' })),
]

/** What is sent would become of the report, as the letter tells it. */
type Meant = {
  readonly report: Report
  readonly event: { readonly kind: EventKind; readonly detail: EventDetail }
  readonly words: { readonly kind: string; readonly text: string } | null
}

/** Shows the mail that the author would get, written by what writes it, and leaves everything as it is. */
export async function previewLetter(event: RequestEvent) {
  const { locals } = event
  const form = await readForm(event.request)
  const { by, report: id } = await whoAndWhat(event)
  const name = text(form, 'act') === '' ? text(form, 'form') : 'move'
  const kept = await keepFiles(form, id, by, locals)
  if (!kept.ok) return fail(422, refusedFiles(name, form, kept.message))
  const letter = await letterMeant(event, form, { report: id, by })
  return letter.ok ? shownAgain(name, form, { letter: letter.value }) : fail(422, refused(name, letter.refusal, form, locals))
}

/** The mail that a form would send, if it may be sent at all. */
export async function letterMeant(
  event: Asking,
  form: FormData,
  { report: id, by }: Pick<Asked, 'report' | 'by'>,
): Promise<Result<MeantLetter, Refusal>> {
  const { installation, directory } = event.locals
  const report = await installation.world.read(directory.tenant.id, (reader) => readReport(reader, id))
  const meant = report && (await whatWouldBe(event, form, report, by))
  if (!report || !meant) return refuse('wrong_stage')
  if (!meant.ok) return meant
  return done(await writeLetter(report, meant.value, by, event.locals, text(form, 'act') || text(form, 'form')))
}

type MeantLetter = ShownLetter & { readonly html: string }

async function whatWouldBe(
  event: Asking,
  form: FormData,
  report: Report,
  by: Asked['by'],
): Promise<Result<Meant, Refusal> | null> {
  const { directory, installation } = event.locals
  const now = installation.world.now()
  // Whoever only looks owes their colleagues no word yet.
  const rules = { ...moveRules(directory, report, now), forcedNotes: [] }
  if (text(form, 'act') === '') return decideReply(report, text(form, 'text'), by, rules, now)
  const move = readMove(form, await findReport(event, text(form, 'other')))
  if (!move || !previewedForms.includes(move.act)) return null
  const moved = decideMove(report, move, by, rules, now)
  return moved.ok ? done(moved.value) : moved
}

/** Name and private page of the author stay unsaid: whoever looks at the contacts is written down. */
async function writeLetter(
  report: Report,
  meant: Meant,
  by: Asked['by'],
  locals: App.Locals,
  form: string,
): Promise<MeantLetter> {
  const { installation, directory, words } = locals
  const { world } = installation
  const { preview } = words.talk
  const { kind, detail } = meant.event
  const found = await world.read(directory.tenant.id, async (reader) => {
    const author = report.author ? await readAuthor(reader, report.author) : null
    const locale = author?.locale ?? 'it'
    if (!isTold(kind, dictionary(locale))) return null
    const facts = await authorLetterFacts(reader, {
      directory,
      report: meant.report,
      event: {
        id: world.newId<'event'>(),
        report: report.id,
        kind,
        version: report.version + 1,
        at: world.now(),
        actor: { kind: 'staff', account: by.account },
        detail: { ...detail, message: world.newId<'message'>() as MessageId },
      },
      author: { firstName: words.templates.forStaff.nome, lastName: null, locale },
      said: meant.words?.kind === 'note' ? null : (meant.words?.text ?? null),
      files: (await listEnclosed(reader, report.id, by.account))
        .filter((one) => one.form === form)
        .map(({ name }) => ({ name, href: words.templates.sample.link })),
      link: words.templates.sample.link,
    })
    return { ...composeAuthorLetter(facts, dictionary(locale), locale), locale, reached: Boolean(author?.email) }
  })
  if (!found) return { subject: '', text: preview.none, html: '', lang: 'it', to: preview.toNobody }
  const { subject, text, html, locale } = found
  return { subject, text, html, lang: locale, to: found.reached ? preview.to : preview.toNobody }
}
