import type { Author } from '#domain/people/actor.ts'
import { type MayRefusal, may } from '#domain/reports/may.ts'
import { messageLength } from '#domain/reports/move.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type AddMessage = Asked & { readonly by: Author; readonly text: string }

export type AddMessageRefusal = MayRefusal | ConflictRefusal | 'text_missing' | 'text_too_long'

/** The author writes to the body about an open report; the stage stays as it is. */
export async function addMessage(world: World, tenant: TenantId, ask: AddMessage): Promise<Result<EventId, AddMessageRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<Exclude<AddMessageRefusal, ConflictRefusal>>(world, tx, ask, (report) => {
      const allowed = may(ask.by, 'write_message', report)
      if (!allowed.ok) return allowed
      const text = ask.text.trim()
      if (text === '') return refuse('text_missing')
      if (text.length > messageLength) return refuse('text_too_long')
      return done({ report, event: { kind: 'message_added', detail: {} }, words: { kind: 'citizen', text } })
    }),
  )
}
