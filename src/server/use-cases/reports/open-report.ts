import { checkAnswers } from '#domain/categories/answers.ts'
import type { Category } from '#domain/categories/category.ts'
import { stopOf } from '#domain/categories/hard-stop.ts'
import type { EventActor } from '#domain/reports/event.ts'
import type { Channel, ReportKind } from '#domain/reports/kind.ts'
import type { Beginning } from '#domain/reports/new-report.ts'
import type { Priority } from '#domain/reports/priority.ts'
import type { AuthorDetails, Report } from '#domain/reports/report.ts'
import {
  type AuthorRefusal,
  type ContentRefusal,
  checkAuthor,
  checkCategory,
  checkPlace,
  checkTexts,
  lengths,
  longestDescription,
  mayBeAnonymous,
  needsPlace,
  type PlaceRefusal,
} from '#domain/reports/submission.ts'
import type { AccountId, AreaId, CategoryId, DraftId, EventId, OfficeId, ReportId, TenantId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, claimDraftAttachments, insertAttachment } from '#server/storage/attachments.ts'
import { tellAuthor } from '#server/storage/author-mail.ts'
import { insertAuthor } from '#server/storage/authors.ts'
import { recordChange } from '#server/storage/changes.ts'
import { nextNumber } from '#server/storage/counters.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { deleteDraft } from '#server/storage/drafts.ts'
import { takeInCharge } from '#server/storage/follow-rules.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { type AskedAbout, receiveReport } from '#server/storage/receive-report.ts'
import { findReportBySubmission } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** What a person tells the body, as any door has parsed it. */
export type OpenReport = {
  /** Made by the client (UUID): the same key twice is one report. */
  readonly submissionKey: string
  readonly kind: ReportKind
  readonly category: CategoryId | null
  readonly title: string
  readonly description: string
  readonly answers: Readonly<Record<string, readonly string[]>>
  /** The office that it is addressed to; where none is, or it works no more, the rules of the body say. */
  readonly office?: OfficeId | null
  /** What somebody asks for assistance with. */
  readonly about?: AskedAbout
  readonly place: Place | null
  readonly address: string | null
  readonly author: AuthorDetails
  /** The author agrees that title, text, photos and place are shown to everyone. */
  readonly consent: boolean
  readonly channel: Channel
  readonly by: EventActor
  readonly recordedBy: AccountId | null
  /** What whoever wrote it down for somebody adds for the office: how pressing it is, and a note. */
  readonly remarks?: { readonly priority: Priority; readonly note: string }
  /** The draft that becomes the report: its files go over and it is gone. */
  readonly draft: DraftId | null
  /** Files whose bytes are stored already. */
  readonly attachments: readonly Attachment[]
  /** Pictures to be fetched by a job after the report is there. */
  readonly mediaUrls: readonly string[]
}

export type OpenReportRefusal = ContentRefusal | PlaceRefusal | AuthorRefusal

export type Opened = { readonly report: ReportId; readonly number: number; readonly repeated: boolean }

type Checked = {
  readonly category: Category
  readonly area: AreaId | null
  readonly answers: Report['answers']
  readonly office: OfficeId | null
}

/** A report is received once, whole, with its promise and its confirmation mail, or not at all. */
export async function openReport(world: World, tenant: TenantId, ask: OpenReport): Promise<Result<Opened, OpenReportRefusal>> {
  const known = await world.read(tenant, (reader) => findReportBySubmission(reader, ask.submissionKey))
  if (known) return done({ report: known.id, number: known.number, repeated: true })
  const directory = await world.directories.of(tenant)
  const checked = check(directory, ask)
  if (!checked.ok) return checked
  try {
    return await world.transaction(tenant, async (tx) => done(await write(world, tx, directory, ask, checked.value)))
  } catch (fault) {
    if (!isSecondSubmission(fault)) throw fault
    const first = await world.read(tenant, (reader) => findReportBySubmission(reader, ask.submissionKey))
    if (!first) throw fault
    return done({ report: first.id, number: first.number, repeated: true })
  }
}

function check(directory: Directory, ask: OpenReport): Result<Checked, OpenReportRefusal> {
  const { settings } = directory.tenant
  if (!settings.kinds.includes(ask.kind)) return refuse('kind_not_taken')
  const category = checkCategory(directory.categories, ask.category, ask.kind)
  if (!category.ok) return category
  const [wrong] = [
    ...checkTexts(ask, longestDescription(ask.channel)),
    ...checkAuthor(blank(ask.author), mayBeAnonymous(ask.kind, settings.anonymousReports) || ask.channel !== 'web'),
  ]
  if (wrong !== undefined) return refuse(wrong)
  if (ask.recordedBy === null && stopOf(category.value.questions, ask.answers)) return refuse('referred')
  const checked = checkAnswers(category.value.questions, ask.answers)
  if (Object.keys(checked.refusals).length > 0) return refuse('answers_wrong')
  if ((ask.address ?? '').length > lengths.address) return refuse('address_too_long')
  const office = ask.office && directory.offices.get(ask.office)?.active ? ask.office : null
  const filed = { category: category.value, answers: checked.answers, office }
  if (ask.place === null) {
    const locatable = !needsPlace(ask.kind) || ask.channel !== 'web'
    return locatable ? done({ ...filed, area: null }) : refuse('place_missing')
  }
  const area = checkPlace(directory.areaIndex, directory.areas.size > 0, ask.place)
  return area.ok ? done({ ...filed, area: area.value }) : area
}

async function write(world: World, tx: Tx, directory: Directory, ask: OpenReport, checked: Checked): Promise<Opened> {
  const id = world.newId<'report'>()
  const event = world.newId<'event'>()
  const author = world.newId<'author'>()
  await insertAuthor(tx, author, ask.author)
  const number = await nextNumber(tx, 'report')
  const { submissionKey, by, recordedBy, about } = ask
  const entry = { event, by, about, submissionKey, recordedBy, apiKey: by.kind === 'machine' ? by.key : null }
  const beginning = begin({ tenant: tx.tenant, id, author, number }, ask, checked)
  const { report, routed } = await receiveReport(world, tx, directory, beginning, entry)
  await claimFiles(tx, ask, id)
  await refreshInbox(tx, report)
  await askForWhatFollows(world, tx, ask, report, event)
  await writeRemark(world, tx, ask, report)
  await takeInCharge(world, tx, directory, id, routed)
  return { report: id, number, repeated: false }
}

function begin(ids: Pick<Report, 'tenant' | 'id' | 'author' | 'number'>, ask: OpenReport, checked: Checked): Beginning {
  const { kind, channel, place, consent, remarks } = ask
  return {
    ...ids,
    ...checked,
    ...{ kind, channel, place, consent },
    title: ask.title.trim(),
    description: ask.description.trim(),
    address: ask.address?.trim() || null,
    priority: remarks?.priority ?? 'normal',
  }
}

/** What is noted for the office goes with the report, in the same transaction. */
async function writeRemark(world: World, tx: Tx, { by, channel, remarks }: OpenReport, report: Report): Promise<void> {
  const text = remarks?.note.trim() ?? ''
  if (text === '' || by.kind !== 'staff') return
  const noted = { report, event: { kind: 'noted', detail: {} }, words: { kind: 'note', text } } as const
  await recordChange(world, tx, noted, { ...by, memberships: [] }, channel)
}

async function claimFiles(tx: Tx, ask: OpenReport, report: ReportId): Promise<void> {
  for (const attachment of ask.attachments) await insertAttachment(tx, { ...attachment, report, draft: null })
  if (ask.draft === null) return
  await claimDraftAttachments(tx, ask.draft, report)
  await deleteDraft(tx, ask.draft)
}

async function askForWhatFollows(
  world: World,
  tx: Tx,
  ask: OpenReport,
  { id: report, author }: Report,
  event: EventId,
): Promise<void> {
  if (author) await tellAuthor(world, tx, { report, author, event, kind: 'submitted' })
  for (const [index, url] of ask.mediaUrls.entries()) {
    await tx.later('media.fetch', { tenant: tx.tenant, report, event, url, position: ask.attachments.length + index })
  }
}

function blank(author: AuthorDetails) {
  return {
    firstName: author.firstName ?? '',
    lastName: author.lastName ?? '',
    email: author.email ?? '',
    phone: author.phone ?? '',
  }
}

function isSecondSubmission(fault: unknown): boolean {
  return fault instanceof Error && 'constraint' in fault && fault.constraint === 'report_tenant_id_submission_key_key'
}
