import type { Category } from '../categories/category.ts'
import type { Actor } from '../people/actor.ts'
import type { AttachmentId, CategoryId, OfficeId, ReportId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import { type MayRefusal, may } from './may.ts'
import type { Beginning } from './new-report.ts'
import type { Report } from './report.ts'
import { type ContentRefusal, checkCategory, checkTexts } from './submission.ts'

/** What one part of a report is to be: filed and sent on its own, with the words and files that belong to it. */
export type Part = {
  readonly category: CategoryId | null
  /** The office that it goes to; null lets the category say. */
  readonly office: OfficeId | null
  readonly title: string
  readonly description: string
  readonly files: readonly AttachmentId[]
}

/** As many parts as a person can mean at once. */
export const mostParts = 10

type PartRefusal = ContentRefusal | 'office_unknown' | 'no_such_photo'

export type SplitRefusal = MayRefusal | 'parts_missing' | 'too_many_parts' | 'parts_wrong'

/** What is wrong with a part, and in which. */
export type PartProblem = { readonly part: number; readonly refusal: PartRefusal }

type Known = {
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly offices: ReadonlyMap<OfficeId, { readonly active: boolean }>
  readonly files: readonly AttachmentId[]
}

/** Everything that is wrong with the parts, so that all of it can be shown at once. */
export function partProblems(parts: readonly Part[], kind: Report['kind'], known: Known): readonly PartProblem[] {
  return parts.flatMap((part, at) => {
    const category = checkCategory(known.categories, part.category, kind)
    const refusals: readonly PartRefusal[] = [
      ...(category.ok ? [] : [category.refusal]),
      ...(part.office !== null && !known.offices.get(part.office)?.active ? ['office_unknown' as const] : []),
      ...checkTexts(part),
      ...(part.files.every((file) => known.files.includes(file)) ? [] : ['no_such_photo' as const]),
    ]
    return refusals.map((refusal) => ({ part: at, refusal }))
  })
}

/** Splits an open report: it stays with what it says, its parts go their own ways. */
export function decideSplit(report: Report, parts: readonly ReportId[], by: Actor): Result<Decided, SplitRefusal> {
  const allowed = may(by, 'split', report)
  if (!allowed.ok) return allowed
  if (parts.length === 0) return refuse('parts_missing')
  if (parts.length > mostParts) return refuse('too_many_parts')
  return done({ report, event: { kind: 'split', detail: { others: parts } }, words: null })
}

type Named = { readonly id: ReportId; readonly number: number; readonly category: Category }

/** A part as a report of its own: same author, place and consent, a life and a promise that begin now. */
export function partOf(report: Report, part: Part, { id, number, category }: Named): Beginning {
  const { tenant, kind, priority, author, channel, place, address, area, consent } = report
  const kept = { tenant, kind, priority, author, channel, place, address, area, consent }
  const own = { id, number, category, office: part.office, answers: {} }
  return { ...kept, ...own, title: part.title.trim(), description: part.description.trim() }
}

/** Tells whether a file may go along with a part: what staff or suppliers hung up is not the author’s to be shown. */
export function goesAlong({ fromAuthor }: { readonly fromAuthor: boolean }): boolean {
  return fromAuthor
}
