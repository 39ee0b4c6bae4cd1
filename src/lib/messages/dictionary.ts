import type { it } from './it.ts'

/** What every language has to say: the shape of the Italian words. */
export type Dictionary = typeof it
