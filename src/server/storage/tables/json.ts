import type { ColumnType } from 'kysely'

/** JSON goes in as text and comes out as the value. */
export type Json<T> = ColumnType<T, string, string>

/** The same where there may be nothing. */
export type JsonOrNothing<T> = ColumnType<T | null, string | null, string | null>
