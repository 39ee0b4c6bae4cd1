import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { whoIsUpsetByBody } from '../appointments/review-appointments.ts'
import { readCategories } from '../categories.ts'
import type { Reader, Tx } from '../database.ts'
import { lookAtAllTerms } from '../terms.ts'

const optional = [
  ...(['blockedWords', 'home', 'look', 'notices', 'ratingMails', 'shownRatings'] as const),
  ...(['site', 'tollFree', 'whatsapp'] as const),
] as const satisfies readonly (keyof TenantSettings)[]

/** Terms are looked at again as soon as anybody looks. */
const longAgo = new Date(0)

/** What the body says of itself and decides for all; it is always there, under the body's own id. */
export const bodyStore = {
  async read({ db }: Reader, id: string): Promise<TenantSettings | null> {
    const row = await db
      .selectFrom('tenant')
      .where('tenant.id', '=', id as TenantId)
      .select('tenant.settings')
      .executeTakeFirst()
    return row?.settings ?? null
  },
  without(now: TenantSettings, before: TenantSettings, after: TenantSettings): TenantSettings {
    const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof TenantSettings)[]
    const changed = parts.filter((part) => !isDeepStrictEqual(before[part], after[part]))
    const kept = Object.fromEntries(Object.entries(now).filter(([part]) => !changed.some((one) => one === part)))
    const back = Object.fromEntries(changed.flatMap((part) => (part in before ? [[part, before[part]]] : [])))
    return { ...kept, ...back } as TenantSettings
  },
  /** Whoever would lose their appointment’s time by it has to be shown first: on the page of the calendar. */
  async mayReturn(tx: Tx, id: string, value: TenantSettings | null, _: Actor, now: Date): Promise<boolean> {
    const current = await bodyStore.read(tx, id)
    if (value === null || isDeepStrictEqual(current?.calendar, value.calendar)) return true
    return (await whoIsUpsetByBody(tx, value.calendar, now)).length === 0
  },
  async write(tx: Tx, id: string, value: TenantSettings | null): Promise<void> {
    if (value === null || id !== tx.tenant) throw new Error('a body keeps its settings')
    const before = await bodyStore.read(tx, id)
    if (!isDeepStrictEqual(before?.calendar, value.calendar)) await lookAgain(tx)
    if (before?.publication !== value.publication) await republish(tx)
    await tx.db
      .updateTable('tenant')
      .where('tenant.id', '=', tx.tenant)
      // What was set before a newer setting existed says nothing of it: that one stays as it is. What may be absent is so where it is.
      .set({ settings: sql`(tenant.settings - ${[...optional]}::text[]) || ${JSON.stringify(value)}::jsonb` })
      .execute()
  },
}

/** Terms and appointments rest on when the body works. */
async function lookAgain(tx: Tx): Promise<void> {
  await lookAtAllTerms(tx, longAgo)
  await tx.later('appointments.review', { tenant: tx.tenant, calendar: null })
}

/** What is filed where the body decides is looked at; a category that decides for itself stays as it is. */
async function republish(tx: Tx): Promise<void> {
  for (const { id, publication } of await readCategories(tx))
    if (publication === undefined) await tx.later('category.republish', { tenant: tx.tenant, category: id, after: null })
}
