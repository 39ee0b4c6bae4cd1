import type { AccountId, Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type InvitationId = Id<'invitation'>

/** What a body knows of an invitation: to whom, since when, whether the letter went out, whether the person came. */
export type Invitation = {
  readonly id: InvitationId
  readonly account: AccountId
  readonly by: AccountId | null
  readonly at: Date
  readonly acceptedAt: Date | null
  readonly mail: 'queued' | 'sent' | 'failed'
  /** Whether the letter lets the person set a password even where they have one. */
  readonly resets: boolean
}

export async function insertInvitation(
  tx: Tx,
  invitation: Pick<Invitation, 'id' | 'account' | 'by' | 'at' | 'resets'>,
): Promise<void> {
  const { id, account, by, at, resets } = invitation
  await tx.db
    .insertInto('invitation')
    .values({ tenant_id: tx.tenant, id, account_id: account, invited_by: by, at, accepted_at: null, mail: 'queued', resets })
    .execute()
}

export async function readInvitation({ db, tenant }: Reader, id: InvitationId): Promise<Invitation | null> {
  const row = await db
    .selectFrom('invitation')
    .where('invitation.tenant_id', '=', tenant)
    .where('invitation.id', '=', id)
    .select(['id', 'account_id', 'invited_by', 'at', 'accepted_at', 'mail', 'resets'])
    .executeTakeFirst()
  if (!row) return null
  const { account_id: account, invited_by: by, at, accepted_at: acceptedAt, mail, resets } = row
  return { id, account, by, at, acceptedAt, mail, resets }
}

/** Writes down what became of an invitation's letter. */
export async function saveInvitationMail(tx: Tx, id: InvitationId, mail: Invitation['mail']): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .where('invitation.tenant_id', '=', tx.tenant)
    .where('invitation.id', '=', id)
    .set({ mail })
    .execute()
}

/** Whoever signs in has come: their invitations to this body are accepted. */
export async function acceptInvitations(tx: Tx, account: AccountId, now: Date): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .where('invitation.tenant_id', '=', tx.tenant)
    .where('invitation.account_id', '=', account)
    .where('invitation.accepted_at', 'is', null)
    .set({ accepted_at: now })
    .execute()
}
