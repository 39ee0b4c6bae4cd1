import type { Staff } from '#domain/people/actor.ts'
import { decideMove, type MoveRefusal } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { decideInvitation, type Invitation, type InviteRefusal } from '#domain/suppliers/supplier-link.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { readReport } from '#server/storage/reports.ts'
import { insertSupplierLink } from '#server/storage/supplier-links.ts'
import type { World } from '#server/world.ts'

export type InviteSupplier = Asked &
  Invitation & {
    readonly by: Staff
    /** A word to the colleagues that goes with entrusting it. */
    readonly note?: string | undefined
  }

export type InviteSupplierRefusal = InviteRefusal | MoveRefusal | ConflictRefusal

const day = 86_400_000

/** Entrusts a report to somebody outside, where it is not yet, and sends them the link that opens it to them. */
export async function inviteSupplier(
  world: World,
  tenant: TenantId,
  ask: InviteSupplier,
): Promise<Result<EventId, InviteSupplierRefusal>> {
  const directory = await world.directories.of(tenant)
  const now = world.now()
  return world.transaction<Result<EventId, InviteSupplierRefusal>>(tenant, async (tx) => {
    const seen = await readReport(tx, ask.report)
    const entrust = { act: 'entrust', recipient: ask.name, note: ask.note } as const
    if (seen && seen.stage !== 'with_others') {
      const entrusted = await changeReport<MoveRefusal>(world, tx, ask, (report) =>
        decideMove(report, entrust, ask.by, moveRules(directory, report, now), now),
      )
      if (!entrusted.ok) return entrusted
    }
    const link = world.newId<'supplier-link'>()
    const again = seen?.stage === 'with_others' ? ask : { ...ask, seenVersion: null }
    const invited = await changeReport<InviteRefusal>(world, tx, again, async (report) =>
      decideInvitation(report, { ...ask, link }, await known(tx, report), ask.by),
    )
    if (!invited.ok) return invited
    const { report, name, email, description, photos, showsPlace, days } = ask
    await insertSupplierLink(tx, {
      ...{ id: link, report, photos, showsPlace, state: 'sent', stateAt: now, createdBy: ask.by.account, createdAt: now },
      ...{ name: name.trim(), email: email.trim(), description: description.trim() },
      expiresAt: new Date(now.getTime() + days * day),
      revokedAt: null,
      usedAt: null,
    })
    await tx.later('mail.to-supplier', { tenant, report, event: invited.value })
    return invited
  })
}

async function known(tx: Tx, report: Report) {
  const files = await listReportAttachments(tx, report.id)
  return {
    photos: files.filter(({ kind }) => kind === 'photo').map(({ id }) => id),
    author: report.author ? await readAuthor(tx, report.author) : null,
  }
}
