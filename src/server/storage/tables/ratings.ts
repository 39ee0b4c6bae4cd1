import type { HidingReason } from '#domain/ratings/hiding.ts'
import type { SubjectKind } from '#domain/ratings/subject.ts'
import type { AccountId, Id, OfficeId, TenantId } from '#domain/shared/id.ts'
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
    hidden_for: HidingReason | null
    hidden_by: AccountId | null
    hidden_at: Date | null
  }
  improvement: {
    tenant_id: TenantId
    id: Id<'improvement'>
    subject_id: Id<'rating-subject'> | null
    day: string
    text: Json<Words>
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
  /** The same by the first day of the month. */
  rating_month: {
    tenant_id: TenantId
    subject_id: Id<'rating-subject'>
    month: string
    stars: readonly number[]
    answers: readonly number[]
  }
  /** The same by the Monday of the week. */
  rating_week: {
    tenant_id: TenantId
    subject_id: Id<'rating-subject'>
    week: string
    stars: readonly number[]
    answers: readonly number[]
  }
}
