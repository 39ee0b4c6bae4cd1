import type { Staff } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import {
  decideSplit,
  type Part,
  type PartProblem,
  partOf,
  partProblems,
  type SplitRefusal,
} from '#domain/reports/split-report.ts'
import { checkCategory } from '#domain/reports/submission.ts'
import type { AttachmentId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Done, done, type Refused, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, insertAttachment, listReportAttachments, storedKeys } from '#server/storage/attachments.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { nextNumber } from '#server/storage/counters.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { addEvent } from '#server/storage/events.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { insertReport, readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

export type SplitReport = Asked & { readonly by: Staff; readonly parts: readonly Part[] }

type SplitReportRefusal = SplitRefusal | ConflictRefusal

/** What is wrong with the parts is said part by part. */
export type SplitRefused = Refused<SplitReportRefusal> & { readonly problems: readonly PartProblem[] }

type Born = { readonly id: ReportId; readonly part: Part; readonly files: readonly Attachment[] }

/** Splits a report into parts for other offices, each a report of its own; the author is told once, with all numbers. */
export async function splitReport(
  world: World,
  tenant: TenantId,
  ask: SplitReport,
): Promise<Done<readonly ReportId[]> | SplitRefused> {
  const directory = await world.directories.of(tenant)
  const whole = await world.read(tenant, async (reader) => {
    const report = await readReport(reader, ask.report)
    return report && { report, files: await listReportAttachments(reader, report.id) }
  })
  if (!whole) return refused('no_such_report')
  const problems = partProblems(ask.parts, whole.report.kind, { ...directory, files: whole.files.map(({ id }) => id) })
  const ids = ask.parts.map(() => world.newId<'report'>())
  const early = decideSplit(whole.report, ids, ask.by)
  if (!early.ok) return refused(early.refusal)
  if (problems.length > 0) return refused('parts_wrong', problems)
  const born = await Promise.all(ids.map((id, at) => bear(world, id, ask.parts[at], whole.files)))
  const split = await world.transaction<Result<unknown, SplitReportRefusal>>(tenant, async (tx) => {
    const changed = await changeReport<SplitRefusal>(world, tx, ask, (report) => decideSplit(report, ids, ask.by))
    if (!changed.ok) return changed
    for (const one of born) await write(world, tx, directory, ask, one)
    return done(ids)
  })
  if (split.ok) return done(ids)
  for (const key of born.flatMap(({ files }) => files.flatMap(storedKeys))) await world.files.remove(key)
  return refused(split.refusal)
}

function refused(refusal: SplitReportRefusal, problems: readonly PartProblem[] = []): SplitRefused {
  return { ...refuse(refusal), problems }
}

/** The files of a part are copies: what is decided of one report's photos says nothing of another's. */
async function bear(world: World, id: ReportId, part: Part | undefined, files: readonly Attachment[]): Promise<Born> {
  if (!part) throw new Error('a part without words')
  const chosen = files.filter((file) => part.files.includes(file.id))
  const copies: Attachment[] = []
  for (const [position, file] of chosen.entries()) copies.push(await copyFile(world, file, position))
  return { id, part, files: copies }
}

async function copyFile(world: World, file: Attachment, position: number): Promise<Attachment> {
  const copy: Attachment = {
    ...file,
    id: world.newId<'attachment'>() as AttachmentId,
    key: world.newId<'storage-key'>(),
    message: null,
    position,
  }
  const to = storedKeys(copy)
  for (const [at, key] of storedKeys(file).entries()) {
    const bytes = await world.files.get(key)
    if (bytes) await world.files.put(to[at] ?? copy.key, bytes, file.mediaType)
  }
  return copy
}

async function write(world: World, tx: Tx, directory: Directory, ask: SplitReport, { id, part, files }: Born): Promise<void> {
  const whole = await readReport(tx, ask.report)
  const category = checkCategory(directory.categories, part.category, whole?.kind ?? 'problem')
  if (!whole || !category.ok) throw new Error('a part that was checked is wrong')
  const now = world.now()
  const number = await nextNumber(tx, 'report')
  const report: Report = partOf(whole, part, { id, number, category: category.value }, directory.tenant.settings, now)
  await insertReport(tx, report, { submissionKey: world.newId(), recordedBy: ask.by.account, apiKey: null })
  const actor = { kind: 'staff', account: ask.by.account } as const
  const happened = { report: id, version: 1, at: now, actor }
  const event = world.newId<'event'>()
  await addEvent(tx, { ...happened, id: event, kind: 'submitted', detail: { to: 'submitted' } })
  await addEvent(tx, { ...happened, id: world.newId<'event'>(), kind: 'split_off', detail: { other: ask.report } })
  for (const file of files) await insertAttachment(tx, { ...file, report: id, draft: null })
  await refreshInbox(tx, report)
  await tx.later('mail.to-staff', { tenant: tx.tenant, report: id, event })
}
