import { reports } from './it/reports.ts'

/** Everything the screens say in Italian; its shape is the type that every other language satisfies. */
export const it = { reports }
