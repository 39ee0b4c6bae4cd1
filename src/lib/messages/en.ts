import type { Dictionary } from './dictionary.ts'
import { reports } from './en/reports.ts'

/** Everything the screens say in English. */
export const en: Dictionary = { reports }
