import type { EventKind } from '#domain/reports/event.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import type { World } from '#server/world.ts'

/** What the author sent with a version of the report that is old by now. */
export type Sent = {
  readonly report: ReportId
  readonly seenVersion: number
  readonly kind: EventKind
  readonly text: string | null
  readonly pictures: number | null
}

/** Whether the very same came already with the same version: a button pressed twice, or sent again after a lost connection. */
export async function isRepeated(world: World, tenant: TenantId, sent: Sent): Promise<boolean> {
  return world.read(tenant, async (reader) => {
    const events = await listEvents(reader, sent.report)
    const first = events.find(({ version }) => version === sent.seenVersion + 1)
    if (first?.kind !== sent.kind || first.actor.kind !== 'author') return false
    if (sent.pictures !== null) return first.detail.pictures === sent.pictures
    if (sent.text === null) return true
    const messages = await listMessages(reader, sent.report, ['citizen', 'answer'])
    return messages.find(({ id }) => id === first.detail.message)?.text === sent.text.trim()
  })
}
