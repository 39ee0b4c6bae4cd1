import { isDeepStrictEqual } from 'node:util'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { AccountId, Id } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { saveFileUses } from '../body-files.ts'
import type { Tx } from '../database.ts'
import { insertSettingChange, lastSettingVersion } from './history.ts'
import { type SettingStore, type SettingSubject, type SettingValues, settingStores } from './stores.ts'

/** Which setting becomes what; `seen` is the version that the person saw, null where they saw none. */
export type ChangeSetting<Subject extends SettingSubject> = {
  readonly subject: Subject
  readonly id: string
  readonly by: Actor
  readonly value: SettingValues[Subject] | null
  readonly seen: number | null
}

export type ChangeSettingRefusal = 'not_yours' | 'old_version' | 'nothing_changes'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/**
 * Every change of a setting goes this way: by an administrator or the platform, against the version that was seen, written down
 * with what was before and after, and which files of the body it names. The body's revision moves, so that every node reads its directory anew.
 */
export async function changeSetting<Subject extends SettingSubject>(
  world: Maker,
  tx: Tx,
  ask: ChangeSetting<Subject>,
): Promise<Result<Id<'setting-change'>, ChangeSettingRefusal>> {
  const store: SettingStore<SettingValues[Subject]> = settingStores[ask.subject]
  const administers = holds(ask.by, 'administrator') || ask.by.kind === 'system'
  if (!administers && !(await store.mayChange?.(tx, ask.id, ask.by))) return refuse('not_yours')
  await lockBody(tx)
  const version = await lastSettingVersion(tx, ask.subject, ask.id)
  if (ask.seen !== null && ask.seen !== version) return refuse('old_version')
  const before = await store.read(tx, ask.id)
  if (isDeepStrictEqual(plain(before), plain(ask.value))) return refuse('nothing_changes')
  await store.write(tx, ask.id, ask.value, world.now())
  const shown = ask.value !== null && (store.shows?.(ask.value) ?? true)
  await saveFileUses(tx, ask, { value: ask.value, shown, now: world.now() })
  const id = world.newId<'setting-change'>()
  const account: AccountId | null = ask.by.kind === 'staff' ? ask.by.account : null
  await insertSettingChange(tx, {
    id,
    subject: ask.subject,
    subjectId: ask.id,
    version: version + 1,
    by: account,
    at: world.now(),
    before,
    after: ask.value,
  })
  await moveRevision(tx)
  return done(id)
}

/** As it would be read again: absent and undefined are one. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** Settings of one body change one after the other. */
export async function lockBody(tx: Tx): Promise<void> {
  await tx.db.selectFrom('tenant').where('tenant.id', '=', tx.tenant).select('tenant.revision').forUpdate().executeTakeFirst()
}

/** Every node reads the body's directory anew. */
async function moveRevision(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('tenant')
    .where('tenant.id', '=', tx.tenant)
    .set((now) => ({ revision: now('tenant.revision', '+', 1) }))
    .execute()
}
