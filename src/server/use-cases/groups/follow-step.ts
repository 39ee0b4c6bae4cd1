import type { Actor } from '#domain/people/actor.ts'
import type { EventActor } from '#domain/reports/event.ts'
import { followLead, isFollowed, type LeadStep } from '#domain/reports/follow-lead.ts'
import { type Neutral, readdress } from '#domain/reports/readdress.ts'
import type { AuthorDetails, Report } from '#domain/reports/report.ts'
import type { EventId, MessageId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Attachment, insertAttachment, listReportAttachments, photoKey, photoSizes } from '#server/storage/attachments.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { recordChange } from '#server/storage/changes.ts'
import type { Tx } from '#server/storage/database.ts'
import { readEvent } from '#server/storage/events.ts'
import { readFollowing } from '#server/storage/groups.ts'
import { messageWith, readMessage } from '#server/storage/messages.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { lockReport, readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

/** Which report follows which event of its lead, and what stands where the lead's author was named. */
export type FollowStep = { readonly report: ReportId; readonly event: EventId; readonly neutral: Neutral }

const nobody: AuthorDetails = { firstName: null, lastName: null, email: null, phone: null, locale: 'it' }

/** Lets one report go through what its lead went through, in the same words, once: whatever left the group meanwhile is left alone. */
export async function followStep(world: World, tenant: TenantId, ask: FollowStep): Promise<void> {
  const directory = await world.directories.of(tenant)
  const files = await copySentFiles(world, tenant, ask.event)
  await world.transaction(tenant, async (tx) => {
    const report = await lockReport(tx, ask.report)
    const event = await readEvent(tx, ask.event)
    if (!report || !event || report.lead !== event.report || !isFollowed(event.kind, event.actor)) return
    const { followed, closedWithLead } = await readFollowing(tx, report.id, event.id)
    if (followed) return
    const reply = event.detail.message ? await replyTo(tx, report, event.report, event.detail.message, ask.neutral) : null
    const step: LeadStep = { id: event.id, kind: event.kind, detail: event.detail, reply }
    const rules = moveRules(directory, report, world.now())
    const change = followLead(report, step, rules, closedWithLead ? 'closed_with_lead' : 'on_its_own', world.now())
    if (!change) return
    const told = await recordChange(world, tx, change, actorOf(event.actor), 'web')
    await claimCopies(tx, files, { report: report.id, event: told, at: world.now() })
  })
}

/** What the body wrote to the lead's author, addressed to this report's; notes go no further. */
async function replyTo(
  tx: Tx,
  report: Report,
  leading: ReportId,
  message: NonNullable<LeadStep['detail']['message']>,
  neutral: Neutral,
): Promise<string | null> {
  const said = await readMessage(tx, message)
  const lead = await readReport(tx, leading)
  if (said?.kind !== 'reply') return null
  const from = lead?.author ? await readAuthor(tx, lead.author) : null
  const to = report.author ? await readAuthor(tx, report.author) : null
  return readdress(said.text, from ?? nobody, to ?? nobody, neutral)
}

/** Whoever decided it for the lead decided it for the group. */
function actorOf(actor: EventActor): Actor {
  switch (actor.kind) {
    case 'staff':
      return { ...actor, memberships: [] }
    case 'machine':
      return { ...actor, scopes: [] }
    default:
      return { kind: 'system' }
  }
}

/** Copies the bytes of what the body sent with an event, for another report; nobody's until that report claims them. */
async function copySentFiles(world: World, tenant: TenantId, event: EventId): Promise<readonly Attachment[]> {
  const sent = await world.read(tenant, async (reader) => {
    const found = await readEvent(reader, event)
    const message = found?.detail.message
    if (!found || !message) return []
    const all = await listReportAttachments(reader, found.report)
    return all.filter((one) => one.message === message && !one.fromAuthor)
  })
  const copies: Attachment[] = []
  for (const file of sent) {
    const key: string = world.newId<'storage-key'>()
    const pairs = file.kind === 'photo' ? photoSizes.map((size) => [photoKey(file.key, size), photoKey(key, size)] as const) : []
    for (const [from, to] of file.kind === 'photo' ? pairs : [[file.key, key] as const]) {
      const bytes = await world.files.get(from)
      if (bytes) await world.files.put(to, bytes, file.mediaType)
    }
    copies.push({ ...file, id: world.newId<'attachment'>(), key })
  }
  return copies
}

/** Hands the copies to the message with which the other report was told the same. */
async function claimCopies(
  tx: Tx,
  copies: readonly Attachment[],
  to: { readonly report: ReportId; readonly event: EventId; readonly at: Date },
): Promise<void> {
  const message: MessageId | null = copies.length > 0 ? await messageWith(tx, to, 'reply') : null
  if (message === null) return
  for (const copy of copies)
    await insertAttachment(tx, { ...copy, report: to.report, message, moderation: 'rejected', at: to.at })
}
