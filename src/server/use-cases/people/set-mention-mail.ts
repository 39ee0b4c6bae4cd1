import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { saveMentionMail } from '#server/storage/mentions.ts'
import type { World } from '#server/world.ts'

/** Everybody says for themselves whether they want a mail when they are named in a note. */
export function setMentionMail(world: World, tenant: TenantId, by: Staff, wish: 'wanted' | 'unwanted'): Promise<void> {
  return world.transaction(tenant, (tx) => saveMentionMail(tx, by.account, wish === 'wanted'))
}
