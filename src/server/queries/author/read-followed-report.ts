import { mayReadMessage, messageKinds } from '#domain/conversations/message.ts'
import { mayAuthorSee } from '#domain/reports/may-see-file.ts'
import type { Report } from '#domain/reports/report.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import { readReportLink } from '#server/gateways/secrets.ts'
import { type Attachment, listReportAttachments } from '#server/storage/attachments.ts'
import type { Reader } from '#server/storage/database.ts'
import { listEvents, type ReportEvent } from '#server/storage/events.ts'
import { listMessages, type Message } from '#server/storage/messages.ts'
import { readReport } from '#server/storage/reports.ts'
import { titleOfService } from '#server/storage/services-there.ts'
import type { World } from '#server/world.ts'

/** What the holder of the private link may see of a report; notes and what belongs to them are not in it. */
export type FollowedReport = {
  readonly report: Report
  readonly events: readonly ReportEvent[]
  readonly messages: readonly Message[]
  readonly attachments: readonly Attachment[]
  /** The service with which they ask for assistance. */
  readonly service: Words | null
}

/** The report that a private link opens, or nothing if the link is not ours. */
export async function readFollowedReport(world: World, tenant: TenantId, token: string): Promise<FollowedReport | null> {
  const id = readReportLink(world.secret, tenant, token) as ReportId | null
  return id === null ? null : world.read(tenant, (reader) => readAll(reader, id))
}

async function readAll(reader: Reader, id: ReportId): Promise<FollowedReport | null> {
  const report = await readReport(reader, id)
  if (!report) return null
  const messages = (await listMessages(reader, id, messageKinds)).filter((message) => mayReadMessage(message, 'author'))
  const kindOf = new Map(messages.map(({ id: message, kind }) => [message, kind]))
  const attachments = await listReportAttachments(reader, id)
  const events = await listEvents(reader, id)
  const asked = events.find(({ kind }) => kind === 'submitted')?.detail.service
  return {
    report,
    service: asked ? await titleOfService(reader, asked) : null,
    events,
    messages,
    attachments: attachments.filter(({ message }) => {
      const kind = message === null ? null : (kindOf.get(message) ?? 'note')
      return mayAuthorSee({ message: kind })
    }),
  }
}
