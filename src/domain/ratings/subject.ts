import type { OfficeId } from '../shared/id.ts'
import type { Words } from '../shared/words.ts'

/** What people can rate. */
export const subjectKinds = ['page', 'service', 'office', 'faq', 'flow', 'report', 'appointment'] as const

export type SubjectKind = (typeof subjectKinds)[number]

/** One thing that is rated: known by kind and key, shown by its title, found at its path. */
export type RatingSubject = {
  readonly kind: SubjectKind
  readonly key: string
  readonly path: string
  readonly title: Words
  /** Who answers for it, where that is one office. */
  readonly office: OfficeId | null
}

/** Which of the two official questions is asked: how clear what one reads is, or how easy what one did was (C.SI.2.5, C.SE.1.7). */
export function questionOf(kind: SubjectKind): 'page' | 'service' {
  return kind === 'flow' || kind === 'appointment' ? 'service' : 'page'
}
