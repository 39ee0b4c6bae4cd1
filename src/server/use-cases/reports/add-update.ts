import type { Author, Machine } from '#domain/people/actor.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import { decideMove, type Move, type MoveRefusal, messageLength } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import { isOpen } from '#domain/reports/stage.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, insertAttachment } from '#server/storage/attachments.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { type Change, recordChange } from '#server/storage/changes.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { findSentUpdate, insertSentUpdate, senderOf } from '#server/storage/open311.ts'
import { lockReport } from '#server/storage/reports.ts'
import { forWhoIsThere } from '#server/storage/who-is-there.ts'
import type { World } from '#server/world.ts'

/** What a program passes on about a report that it sent, as a door has parsed it. */
export type AddUpdate = {
  readonly report: ReportId
  readonly by: Machine
  /** The program's own id of the update: the same id twice is one update. */
  readonly updateId: string
  readonly text: string
  /** Whoever wrote it; the author is known by the address that the report has. */
  readonly email: string | null
  readonly writtenAt: Date
  readonly wish: 'none' | 'reopen' | 'withdraw'
  /** Pictures whose bytes are stored already. */
  readonly photos: readonly Attachment[]
  readonly mediaUrls: readonly string[]
}

export type AddUpdateRefusal = MayRefusal | MoveRefusal | 'no_such_report' | 'other_sender'

export type AddedUpdate = { readonly event: EventId; readonly repeated: boolean }

type Decided = Change & { readonly by: Author | Machine }

/**
 * A program passes on what people write about a report that it sent. In the author's own words a question is answered, a closed
 * report reopened, an open one withdrawn; anybody else's words are a comment, which changes nothing.
 */
export async function addUpdate(world: World, tenant: TenantId, ask: AddUpdate): Promise<Result<AddedUpdate, AddUpdateRefusal>> {
  if (ask.text.trim().length > messageLength) return refuse('text_too_long')
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx): Promise<Result<AddedUpdate, AddUpdateRefusal>> => {
    const report = await lockReport(tx, ask.report)
    if (!report) return refuse('no_such_report')
    if ((await senderOf(tx, report.id)) !== ask.by.key) return refuse('other_sender')
    const sent = { key: ask.by.key, report: report.id, updateId: ask.updateId }
    const known = await findSentUpdate(tx, sent)
    if (known) return done({ event: known, repeated: true })
    const isAuthor = await wroteIt(tx, report, ask.email)
    const decided = isAuthor ? await decideForAuthor(tx, report, directory, ask, world.now()) : decideForOther(report, ask)
    if (!decided.ok) return decided
    const event = await recordChange(world, tx, decided.value, decided.value.by, 'open311')
    await addPictures(tx, ask, event)
    await insertSentUpdate(tx, world.newId<'open311-update'>(), { ...sent, event }, world.now())
    return done({ event, repeated: false })
  })
}

async function wroteIt(tx: Tx, report: Report, email: string | null): Promise<boolean> {
  if (email === null || report.author === null) return false
  const author = await readAuthor(tx, report.author)
  return author?.email !== null && author?.email.toLowerCase() === email.toLowerCase()
}

async function decideForAuthor(
  tx: Tx,
  report: Report,
  directory: Directory,
  ask: AddUpdate,
  now: Date,
): Promise<Result<Decided, AddUpdateRefusal>> {
  const author: Author = { kind: 'author', report: report.id }
  const move = moveOf(report, ask)
  if (move !== null) {
    const rules = moveRules(directory, report, now)
    const moved = decideMove(report, await forWhoIsThere(tx, report, move, rules.today), author, rules, now)
    if (!moved.ok) return moved
    const words = moved.value.words ?? (ask.text.trim() === '' ? null : { kind: 'citizen' as const, text: ask.text.trim() })
    return done({ ...moved.value, words, by: author })
  }
  const allowed = may(author, 'write_message', report)
  if (!allowed.ok) return allowed
  return message(report, ask, 'citizen', author)
}

/** An update written before the report was closed, and sent late, asks for no reopening. */
function moveOf(report: Report, ask: AddUpdate): Move | null {
  const open = isOpen(report.stage)
  if (ask.wish === 'withdraw' && open) return { act: 'withdraw' }
  if (ask.wish === 'reopen' && report.closedAt !== null && ask.writtenAt > report.closedAt)
    return { act: 'reopen', text: ask.text }
  return report.stage === 'waiting' && ask.text.trim() !== '' ? { act: 'answer', text: ask.text } : null
}

function decideForOther(report: Report, ask: AddUpdate): Result<Decided, AddUpdateRefusal> {
  return report.stage === 'withdrawn' ? refuse('wrong_stage') : message(report, ask, 'comment', ask.by)
}

function message(
  report: Report,
  ask: AddUpdate,
  kind: 'citizen' | 'comment',
  by: Author | Machine,
): Result<Decided, AddUpdateRefusal> {
  const text = ask.text.trim()
  const pictures = ask.photos.length
  if (text === '' && pictures === 0) return refuse('text_missing')
  const detail = pictures > 0 ? { pictures } : {}
  if (text === '') return done({ report, event: { kind: 'photo_added', detail }, words: null, by })
  return done({ report, event: { kind: 'message_added', detail }, words: { kind, text }, by })
}

async function addPictures(tx: Tx, ask: AddUpdate, event: EventId): Promise<void> {
  for (const photo of ask.photos) await insertAttachment(tx, { ...photo, report: ask.report })
  for (const [index, url] of ask.mediaUrls.entries()) {
    const position = ask.photos.length + index
    await tx.later('media.fetch', { tenant: tx.tenant, report: ask.report, event, url, position })
  }
}
