import { type EnclosingForm, mostEnclosed } from '#domain/conversations/enclosure.ts'
import type { Staff } from '#domain/people/actor.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { AttachmentId, ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Attachment, insertAttachment } from '#server/storage/attachments.ts'
import { deleteEnclosed, holdEnclosure, listEnclosed } from '#server/storage/enclosures.ts'
import { readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** Files whose bytes are stored already. */
export type EncloseFiles = {
  readonly report: ReportId
  readonly by: Staff
  readonly form: EnclosingForm
  readonly files: readonly Attachment[]
}

export type EncloseFilesRefusal = MayRefusal | 'no_such_report' | 'too_many_files'

/** Keeps files with what somebody is writing to the author, until it is sent. */
export async function encloseFiles(
  world: World,
  tenant: TenantId,
  { report: id, by, form, files }: EncloseFiles,
): Promise<Result<null, EncloseFilesRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, EncloseFilesRefusal>> => {
    const report = await readReport(tx, id)
    if (!report) return refuse('no_such_report')
    const allowed = may(by, 'note', report)
    if (!allowed.ok) return allowed
    const key = { report: id, account: by.account, form }
    const enclosure = await holdEnclosure(tx, key, world.newId<'enclosure'>(), world.now())
    const there = (await listEnclosed(tx, id, by.account)).filter((one) => one.form === form).length
    if (there + files.length > mostEnclosed) return refuse('too_many_files')
    for (const [nth, file] of files.entries()) {
      const kept = { report: null, draft: null, message: null, enclosure, position: there + nth }
      await insertAttachment(tx, { ...file, ...kept, fromAuthor: false, moderation: 'rejected' })
    }
    return done(null)
  })
}

/** Takes back one of one's own files that was not sent. */
export async function removeEnclosed(
  world: World,
  tenant: TenantId,
  { report, by, file }: { readonly report: ReportId; readonly by: Staff; readonly file: AttachmentId },
): Promise<void> {
  await world.transaction(tenant, (tx) => deleteEnclosed(tx, report, by.account, file))
}
