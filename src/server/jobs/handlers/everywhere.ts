import type { Database } from '#server/storage/database.ts'

/** The way of the few jobs that cross tenants. */
export type Everywhere = Database['everyTenant']
