import type { SubjectKind } from '#domain/ratings/subject.ts'
import type { Id, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Json } from './json.ts'

/** What is rated, what was said, and both counted by day. */
export type RatingTables = {
  rating_subject: {
    tenant_id: TenantId
    id: Id<'rating-subject'>
    kind: SubjectKind
    key: string
    path: string
    title: Json<Words>
    office_id: OfficeId | null
  }
  rating_salt: { tenant_id: TenantId; day: string; salt: Uint8Array }
  rating: {
    tenant_id: TenantId
    id: Id<'rating'>
    subject_id: Id<'rating-subject'>
    /** Of the body's calendar. */
    day: string
    /** The same for who rates the same again, on the same day. */
    rater: string
    stars: number
    answer: number | null
    detail: string | null
  }
  rating_day: {
    tenant_id: TenantId
    subject_id: Id<'rating-subject'>
    day: string
    /** How many said one star, two, …, five. */
    stars: readonly number[]
    /** How many gave each answer: the five of what was liked, then the five difficulties. */
    answers: readonly number[]
  }
}
