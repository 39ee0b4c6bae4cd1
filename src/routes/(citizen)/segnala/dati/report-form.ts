import type { DraftContent } from '#domain/reports/draft.ts'
import type { RefusedFile } from '../store-files.server.ts'
import type { WordedProblems } from '../word-problems.server.ts'
import type { ShownDraft } from './show-draft.server.ts'

/** What the form of the second step is made of, on the server and again in the browser. */
export type ReportFormProps = {
  readonly data: ShownDraft
  readonly content: DraftContent
  readonly checked: WordedProblems
  readonly refused: readonly RefusedFile[]
}
