import type { Block, BlockId } from '#domain/appointments/block.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { AccountId } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'

/** The hours that are blocked in `[from, to)`, in order. */
export async function listBlocks(
  { db, tenant }: Reader,
  { calendars, from, to }: { readonly calendars: readonly CalendarId[]; readonly from: Date; readonly to: Date },
): Promise<readonly Block[]> {
  if (calendars.length === 0) return []
  const rows = await db
    .selectFrom('booking_block')
    .where('booking_block.tenant_id', '=', tenant)
    .where('booking_block.calendar_id', 'in', calendars)
    .where('booking_block.starts_at', '<', to)
    .where('booking_block.ends_at', '>', from)
    .select(['id', 'calendar_id', 'seat', 'starts_at', 'ends_at', 'note'])
    .orderBy('booking_block.starts_at')
    .execute()
  return rows.map(toBlock)
}

/** One span of blocked hours. */
export async function readBlock({ db, tenant }: Reader, id: BlockId): Promise<Block | null> {
  const row = await db
    .selectFrom('booking_block')
    .where('booking_block.tenant_id', '=', tenant)
    .where('booking_block.id', '=', id)
    .select(['id', 'calendar_id', 'seat', 'starts_at', 'ends_at', 'note'])
    .executeTakeFirst()
  return row ? toBlock(row) : null
}

/** Writes down that hours are blocked, and by whom. */
export async function insertBlock(tx: Tx, block: Block, account: AccountId, now: Date): Promise<void> {
  const { id, calendar: calendar_id, seat, from: starts_at, to: ends_at, note } = block
  await tx.db
    .insertInto('booking_block')
    .values({ tenant_id: tx.tenant, id, calendar_id, seat, starts_at, ends_at, note, account_id: account, at: now })
    .execute()
}

/** Opens hours that were blocked. */
export async function deleteBlock(tx: Tx, id: BlockId): Promise<void> {
  await tx.db
    .deleteFrom('booking_block')
    .where('booking_block.tenant_id', '=', tx.tenant)
    .where('booking_block.id', '=', id)
    .execute()
}

type Row = {
  readonly id: BlockId
  readonly calendar_id: CalendarId
  readonly seat: number | null
  readonly starts_at: Date
  readonly ends_at: Date
  readonly note: string
}

function toBlock({ id, calendar_id, seat, starts_at, ends_at, note }: Row): Block {
  return { id, calendar: calendar_id, seat, from: starts_at, to: ends_at, note }
}
