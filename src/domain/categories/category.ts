import type { Term } from '../clocks/working-calendar.ts'
import type { ReportKind } from '../reports/kind.ts'
import type { PublicationPolicy } from '../reports/visibility.ts'
import type { CategoryId, OfficeId } from '../shared/id.ts'
import type { Words } from '../shared/words.ts'
import type { Question } from './question.ts'

/** What reports are about: a tree of two levels; reports are filed under leaves. */
export type Category = {
  readonly id: CategoryId
  readonly parent: CategoryId | null
  readonly code: string
  readonly name: Words
  readonly description: Words
  readonly kinds: readonly ReportKind[]
  readonly keywords: readonly string[]
  /** The office that deals with it unless a rule says otherwise. */
  readonly office: OfficeId
  /** Whether the owning office may answer the citizen itself, without the desk. */
  readonly officesMayReply: boolean
  readonly firstReply: Term
  readonly resolution: Term
  /** How far apart two of its reports may lie and still tell of one problem, in metres on the ground. */
  readonly likeMetres: number
  readonly active: boolean
  /** When its reports are shown to everyone; absent, as the body decided for all. */
  readonly publication?: PublicationPolicy | undefined
  readonly questions: readonly Question[]
}

/** A category as it is set, with its place among its siblings. */
export type CategorySetting = Omit<Category, 'id'> & { readonly position: number }

/** The categories under which a new report of this kind may be filed: active, with no child, and taking the kind. */
export function categoriesFor(categories: readonly Category[], kind: ReportKind): readonly Category[] {
  const parents = new Set(categories.map(({ parent }) => parent))
  return categories.filter(({ id, active, kinds }) => active && !parents.has(id) && kinds.includes(kind))
}

/** Tells whether nothing but requests for assistance is filed there: what lies there is never public, and no report. */
export function asksForHelpOnly({ kinds }: Pick<Category, 'kinds'>): boolean {
  return kinds.every((kind) => kind === 'assistance')
}

/** Where requests for assistance are filed: under the category that takes nothing else, or the first that takes them; nowhere where the body takes none. */
export function assistanceCategory(categories: readonly Category[], taken: readonly ReportKind[]): Category | null {
  if (!taken.includes('assistance')) return null
  const found = categoriesFor(categories, 'assistance')
  return found.find(asksForHelpOnly) ?? found[0] ?? null
}
