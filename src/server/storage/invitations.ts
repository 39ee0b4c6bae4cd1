import type { Actor } from '#domain/people/actor.ts'
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

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** Asks somebody in who holds roles already: the letter goes out once this is so. */
export async function inviteAccount(
  world: Maker,
  tx: Tx,
  { account, by, resets }: { readonly account: AccountId; readonly by: Actor; readonly resets: boolean },
): Promise<InvitationId> {
  const id = world.newId<'invitation'>()
  const invitedBy = by.kind === 'staff' ? by.account : null
  const sent = { at: world.now(), accepted_at: null, mail: 'queued', resets } as const
  await tx.db
    .insertInto('invitation')
    .values({ tenant_id: tx.tenant, id, account_id: account, invited_by: invitedBy, ...sent })
    .execute()
  await tx.later('mail.invitation', { tenant: tx.tenant, invitation: id })
  return id
}

/** Tells whether a person was asked in and has never come. */
export async function awaitsAnswer({ db, tenant }: Reader, account: AccountId): Promise<boolean> {
  const rows = await db
    .selectFrom('invitation')
    .where('invitation.tenant_id', '=', tenant)
    .where('invitation.account_id', '=', account)
    .select('invitation.accepted_at')
    .execute()
  return rows.length > 0 && rows.every(({ accepted_at }) => accepted_at === null)
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
