import type { Staff } from '#domain/people/actor.ts'
import { emptyDraft } from '#domain/reports/draft.ts'
import { type DraftProblem, draftProblems, problem } from '#domain/reports/draft-problems.ts'
import { messageLength } from '#domain/reports/move.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { DraftId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import type { FormError } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { type Attachment, listDraftAttachments } from '#server/storage/attachments.ts'
import { findDraft } from '#server/storage/drafts.ts'
import { findReportByNumber } from '#server/storage/reports.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import { groupReport } from '#server/use-cases/groups/group-report.ts'
import { type OpenReportRefusal, openReport } from '#server/use-cases/reports/open-report.ts'
import { draftRules } from '../../../../../(citizen)/segnala/draft.server.ts'
import { type RefusedFile, storeFile } from '../../../../../(citizen)/segnala/store-files.server.ts'
import { type WordedProblems, wordProblems } from '../../../../../(citizen)/segnala/word-problems.server.ts'
import { filesOf } from '../../../../../read-form.server.ts'
import type { Entry } from './entry.ts'

/** The files sent so far, and what was refused of those sent now, in words. */
export type EntryFiles = {
  readonly token: string
  readonly draft: DraftId | null
  readonly stored: readonly Attachment[]
  readonly refused: readonly RefusedFile[]
}

/** Keeps the files that came with the form at once, so that a refusal of anything else loses none. */
export async function keepFiles(locals: App.Locals, token: string, form: FormData): Promise<EntryFiles> {
  const { world } = locals.installation
  const tenant = locals.directory.tenant.id
  const files = (['photo', 'document'] as const).flatMap((kind) => filesOf(form, kind).map((file) => ({ kind, file })))
  const held = token === '' ? null : await world.read(tenant, (reader) => findDraft(reader, hashToken(token)))
  if (!held && files.length === 0) return { token: '', draft: null, stored: [], refused: [] }
  const opened = held ? { id: held.id, token } : await beginDraft(locals)
  const refused: RefusedFile[] = []
  for (const { kind, file } of files) {
    const kept = await storeFile(locals, opened.id, kind, file)
    if ('refused' in kept) refused.push(kept.refused)
  }
  const stored = await world.read(tenant, (reader) => listDraftAttachments(reader, opened.id))
  return { token: opened.token, draft: opened.id, stored, refused }
}

async function beginDraft({ installation, directory }: App.Locals) {
  const [kind = 'problem'] = directory.tenant.settings.kinds
  return startDraft(installation.world, directory.tenant.id, emptyDraft(kind))
}

/** What keeps an entry from being recorded, in words beside its fields; a place is asked for, never insisted on. */
export function entryProblems(
  locals: App.Locals,
  entry: Entry,
  several: readonly string[],
  files: readonly RefusedFile[],
): WordedProblems {
  const rules = { ...draftRules(locals.directory), anonymousReports: true, recorded: true }
  const problems = draftProblems(entry.content, rules).filter(({ refusal }) => refusal !== 'place_missing')
  const { problems: says } = locals.words.entry
  const own: Record<string, string> = {}
  if (several.length > 0) own.categoryTyped = fill(says.category_ambiguous, { names: several.slice(0, 6).join('; ') })
  if (entry.note.length > messageLength) own.note = says.note_too_long
  for (const { kind, message } of files) own[kind] = [own[kind], message].filter(Boolean).join(' ')
  return wordEntry(locals, entry, problems, own)
}

/** What was refused when the entry was recorded, beside its field. */
export function lateProblem(locals: App.Locals, entry: Entry, refusal: OpenReportRefusal): WordedProblems {
  return wordEntry(locals, entry, [problem(refusal)], {})
}

/** The category is typed by name: what is wrong with it is said there. */
function wordEntry(
  locals: App.Locals,
  { content }: Entry,
  problems: readonly DraftProblem[],
  own: Readonly<Record<string, string>>,
): WordedProblems {
  const { errors, byField } = wordProblems(locals, content, problems.filter(notCategory))
  const category = problems.find(({ field }) => field === 'category')
  const said = { ...(category && { categoryTyped: locals.words.wizard.problems[category.refusal] }), ...own }
  const first = Object.entries(said).map(([field, message]): FormError => ({ field, message }))
  return { errors: [...first, ...errors], byField: { ...byField, ...said } }
}

function notCategory({ field }: DraftProblem): boolean {
  return field !== 'category'
}

/** A report that was recorded, and whether it was joined with the one named; `alone` is one that could not be. */
export type Recorded = { readonly joined: 'not_asked' | 'joined' | 'alone' }

/** Records the entry; together with another report, where the person said so and may. */
export async function record(
  locals: App.Locals,
  staff: Staff,
  entry: Entry,
  draft: DraftId | null,
): Promise<Result<Recorded, OpenReportRefusal>> {
  const { world } = locals.installation
  const tenant = locals.directory.tenant.id
  const { content } = entry
  const opened = await openReport(world, tenant, {
    submissionKey: entry.key,
    kind: content.kind,
    category: content.category,
    title: content.title,
    description: content.description,
    answers: content.answers,
    place: content.place,
    address: content.address || null,
    author: authorOf(entry),
    consent: content.consent === true,
    channel: entry.channel,
    by: { kind: 'staff', account: staff.account },
    recordedBy: staff.account,
    remarks: { priority: entry.priority, note: entry.note },
    draft,
    attachments: [],
    mediaUrls: [],
  })
  if (!opened.ok) return opened
  if (entry.under === '') return done({ joined: 'not_asked' })
  // Also of one that is sent again: the first time may have ended between the two.
  const lead = await world.read(tenant, (reader) => findReportByNumber(reader, Number(entry.under) || 0))
  const grouped = await groupReport(world, tenant, { report: opened.value.report, by: staff, seenVersion: null, lead })
  return done({ joined: grouped.ok || grouped.refusal === 'nothing_changes' ? 'joined' : 'alone' })
}

function authorOf({ content: { firstName, lastName, email, phone }, locale }: Entry): AuthorDetails {
  const given = (text: string) => text.trim() || null
  return { firstName: given(firstName), lastName: given(lastName), email: given(email), phone: given(phone), locale }
}
