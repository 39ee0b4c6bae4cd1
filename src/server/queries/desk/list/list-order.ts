import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Sort } from '#domain/reports/list-look.ts'

/** A column of an order; what it holds says how its values stand in an address. */
type Key = { readonly column: RawBuilder<unknown>; readonly holds: 'moment' | 'flag' | 'whole' }

/** The columns of an order, as they stand in its index: all upwards, or all downwards. */
export type Order = { readonly keys: readonly Key[]; readonly downwards: boolean }

/** Where a report stands in an order: the values of its columns. Moments are microseconds, as exact as the database keeps them. */
export type Mark = readonly number[]

const moment = (column: string): Key => ({ column: sql.ref(column), holds: 'moment' })
const whole = (column: string): Key => ({ column: sql.ref(column), holds: 'whole' })

const orders: Readonly<Record<Sort, Order>> = {
  pressing: { keys: [whole('report.pressing'), moment('report.resolution_due'), whole('report.number')], downwards: false },
  due: {
    keys: [{ column: sql.ref('report.closed'), holds: 'flag' }, moment('report.resolution_due'), whole('report.number')],
    downwards: false,
  },
  newest: { keys: [moment('report.submitted_at'), whole('report.number')], downwards: true },
  oldest: { keys: [moment('report.submitted_at'), whole('report.number')], downwards: false },
  changed: { keys: [moment('report.updated_at'), whole('report.number')], downwards: true },
}

/** A bucket of the inbox keeps what it is ordered by beside it. */
const bucketOrders: Partial<Record<Sort, Order>> = {
  pressing: { keys: [whole('inbox_entry.rank'), moment('inbox_entry.due'), whole('inbox_entry.number')], downwards: false },
  due: { keys: [moment('inbox_entry.due'), whole('inbox_entry.number')], downwards: false },
}

/** The order of a list of reports, or of a bucket of the inbox. */
export function orderOf(sort: Sort, byBucket: boolean): Order {
  return (byBucket ? bucketOrders[sort] : undefined) ?? orders[sort]
}

/** Keyset paging: what stands behind a mark, by the columns or by what they are called. A mark of another order is none. */
export function standsBehind(
  { keys, downwards }: Order,
  mark: Mark | null,
  columns: readonly RawBuilder<unknown>[],
): RawBuilder<SqlBool> | null {
  if (mark === null || mark.length !== keys.length) return null
  const values = keys.map(({ holds }, at) => parameterOf(holds, mark[at] ?? 0))
  return sql<SqlBool>`(${sql.join(columns)}) ${downwards ? sql`<` : sql`>`} (${sql.join(values)})`
}

function parameterOf(holds: Key['holds'], value: number): RawBuilder<unknown> {
  switch (holds) {
    case 'moment':
      return sql`timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond'`
    case 'flag':
      return sql`${value !== 0}::boolean`
    case 'whole':
      return sql`${value}::bigint`
  }
}

/** The order itself, over the columns or over what `namedKeys` calls them. */
export function orderBy(order: Order, columns: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql`${column} ${order.downwards ? sql`desc` : sql`asc`}`))
}

/** The columns of an order under names that can be asked for around a query. */
export function namedKeys({ keys }: Order): RawBuilder<unknown> {
  return sql.join(keys.map(({ column }, at) => sql`${column} as ${nameOf(at)}`))
}

/** What the named columns are called in the query around. */
export function keyNames({ keys }: Order, page: string): readonly RawBuilder<unknown>[] {
  return keys.map((_, at) => sql`${sql.ref(page)}.${nameOf(at)}`)
}

/** The mark of a row of the query around. */
export function markOf(order: Order, page: string): RawBuilder<Mark> {
  const names = keyNames(order, page)
  const values = order.keys.map(({ holds }, at) => {
    if (holds === 'moment') return sql`(extract(epoch from ${names[at]}) * 1000000)::bigint`
    return holds === 'flag' ? sql`${names[at]}::int::bigint` : sql`${names[at]}::bigint`
  })
  return sql<Mark>`array[${sql.join(values)}]`
}

function nameOf(at: number): RawBuilder<unknown> {
  return sql.ref(`key_${at}`)
}

/** Reads a mark of an address; what is none is the beginning. */
export function readMark(text: string): Mark | null {
  return /^\d{1,17}(\.\d{1,17}){1,2}$/.test(text) ? text.split('.').map(Number) : null
}

/** Writes a mark as it stands in an address. */
export function writeMark(mark: Mark): string {
  return mark.join('.')
}
