import type { Staff } from '#domain/people/actor.ts'
import type { EventKind } from '#domain/reports/event.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { wasDoneSince } from '#server/storage/events.ts'
import { saveReplyDraft } from '#server/storage/reply-drafts.ts'
import { lockReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** What is in the history of a report once the text of one of its forms was sent. */
const sentAs = {
  reply: 'replied',
  note: 'noted',
  propose: 'reply_proposed',
  ask: 'asked',
  resolve: 'resolved',
  decline: 'declined',
  mark_worked: 'worked',
  send_back: 'sent_back',
  reopen: 'reopened',
} as const satisfies Readonly<Record<string, EventKind>>

type DraftedForm = keyof typeof sentAs

/** The forms of a report whose text is kept while it is written. */
export const draftedForms = Object.keys(sentAs) as readonly DraftedForm[]

export type KeepReplyDraft = {
  readonly report: ReportId
  readonly by: Staff
  readonly form: DraftedForm
  readonly text: string
  /** The version of the report beside which it was written; null where it is not known. */
  readonly seenVersion: number | null
}

/** Keeps what somebody is writing about a report that they may read, until it is sent; an empty text is forgotten, and so is what arrives after the send. */
export async function keepReplyDraft(
  world: World,
  tenant: TenantId,
  { report: id, by, form, text, seenVersion }: KeepReplyDraft,
): Promise<Result<null, MayRefusal | 'no_such_report'>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, MayRefusal | 'no_such_report'>> => {
    // Under the lock nobody sends meanwhile: a text is kept before it is sent, and forgotten then, or not at all.
    const report = await lockReport(tx, id)
    if (!report) return refuse('no_such_report')
    const allowed = may(by, 'read', report)
    if (!allowed.ok) return allowed
    const sent = { kind: sentAs[form], account: by.account, after: seenVersion ?? report.version }
    if (await wasDoneSince(tx, id, sent)) return done(null)
    await saveReplyDraft(tx, { report: id, account: by.account, form }, text, world.now())
    return done(null)
  })
}
