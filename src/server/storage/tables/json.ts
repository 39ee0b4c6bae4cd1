import type { ColumnType } from 'kysely'

/** JSON goes in as text and comes out as the value. */
export type Json<T> = ColumnType<T, string, string>
