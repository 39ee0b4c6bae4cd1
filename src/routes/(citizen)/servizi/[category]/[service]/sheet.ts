import type { presentSheet } from './present-sheet.server.ts'

/** A sheet as the page shows it. */
export type Sheet = ReturnType<typeof presentSheet>
