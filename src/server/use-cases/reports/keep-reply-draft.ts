import type { Staff } from '#domain/people/actor.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { saveReplyDraft } from '#server/storage/reply-drafts.ts'
import { readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** The forms of a report whose text is kept while it is written. */
export const draftedForms = [
  'reply',
  'note',
  'propose',
  'ask',
  'resolve',
  'decline',
  'mark_worked',
  'send_back',
  'reopen',
] as const

type DraftedForm = (typeof draftedForms)[number]

export type KeepReplyDraft = { readonly report: ReportId; readonly by: Staff; readonly form: DraftedForm; readonly text: string }

/** Keeps what somebody is writing about a report that they may read, until it is sent; an empty text is forgotten. */
export async function keepReplyDraft(
  world: World,
  tenant: TenantId,
  { report: id, by, form, text }: KeepReplyDraft,
): Promise<Result<null, MayRefusal | 'no_such_report'>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, MayRefusal | 'no_such_report'>> => {
    const report = await readReport(tx, id)
    if (!report) return refuse('no_such_report')
    const allowed = may(by, 'read', report)
    if (!allowed.ok) return allowed
    await saveReplyDraft(tx, { report: id, account: by.account, form }, text, world.now())
    return done(null)
  })
}
