import type { EventId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { decideResending, type LinkRefusal, type RevokeRefusal, type SupplierLinkId } from '#domain/suppliers/supplier-link.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { changeSupplierLink, readSupplierLink } from '#server/storage/supplier-links.ts'
import type { World } from '#server/world.ts'

export type ResendSupplierLink = Asked & { readonly link: SupplierLinkId }

type Own = RevokeRefusal | LinkRefusal | 'link_answered' | 'no_such_link'

export type ResendSupplierLinkRefusal = Own | ConflictRefusal

/** Sends the link of somebody outside once more; it holds as long again as at first. */
export async function resendSupplierLink(
  world: World,
  tenant: TenantId,
  ask: ResendSupplierLink,
): Promise<Result<EventId, ResendSupplierLinkRefusal>> {
  return world.transaction<Result<EventId, ResendSupplierLinkRefusal>>(tenant, async (tx) => {
    const resent = await changeReport<Own>(world, tx, ask, async (report) => {
      const link = await readSupplierLink(tx, ask.link)
      if (link?.report !== report.id) return refuse('no_such_link')
      const decided = decideResending(link, report, ask.by, world.now())
      if (decided.ok) await changeSupplierLink(tx, link.id, { expires_at: decided.value.expiresAt })
      return decided
    })
    if (resent.ok) await tx.later('mail.to-supplier', { tenant, report: ask.report, event: resent.value })
    return resent
  })
}
