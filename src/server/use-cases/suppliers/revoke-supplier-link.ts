import type { EventId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { decideRevocation, type RevokeRefusal, type SupplierLinkId } from '#domain/suppliers/supplier-link.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { changeSupplierLink, readSupplierLink } from '#server/storage/supplier-links.ts'
import type { World } from '#server/world.ts'

export type RevokeSupplierLink = Asked & { readonly link: SupplierLinkId }

export type RevokeSupplierLinkRefusal = RevokeRefusal | ConflictRefusal | 'no_such_link'

/** Takes back the link of somebody outside: it opens nothing from now on. */
export async function revokeSupplierLink(
  world: World,
  tenant: TenantId,
  ask: RevokeSupplierLink,
): Promise<Result<EventId, RevokeSupplierLinkRefusal>> {
  return world.transaction<Result<EventId, RevokeSupplierLinkRefusal>>(tenant, async (tx) => {
    const revoked = await changeReport<RevokeRefusal | 'no_such_link'>(world, tx, ask, async (report) => {
      const link = await readSupplierLink(tx, ask.link)
      return link?.report === report.id ? decideRevocation(link, report, ask.by) : refuse('no_such_link')
    })
    if (revoked.ok) await changeSupplierLink(tx, ask.link, { revoked_at: world.now() })
    return revoked
  })
}
