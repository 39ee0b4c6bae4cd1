import type { Generated } from 'kysely'
import type { Condition, HardStop, QuestionOption, QuestionType } from '#domain/categories/question.ts'
import type { Term } from '#domain/clocks/working-calendar.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import type { PublicationPolicy } from '#domain/reports/visibility.ts'
import type { CategoryId, Id, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Json, JsonOrNothing } from './json.ts'

/** What reports are about, and what each category asks. */
export type CategoryTables = {
  category: {
    tenant_id: TenantId
    id: CategoryId
    parent_id: CategoryId | null
    code: string
    name: Json<Words>
    description: Json<Words>
    kinds: ReportKind[]
    keywords: string[]
    office_id: OfficeId
    offices_may_reply: boolean
    first_reply: Json<Term>
    resolution: Json<Term>
    like_metres: Generated<number>
    publication: PublicationPolicy | null
    position: number
    active: boolean
  }
  question: {
    tenant_id: TenantId
    id: Id<'question'>
    category_id: CategoryId
    code: string
    label: Json<Words>
    type: QuestionType
    required: boolean
    options: Json<readonly QuestionOption[]>
    help: JsonOrNothing<Words>
    least: number | null
    most: number | null
    unit: JsonOrNothing<Words>
    pattern: string | null
    shown_if: JsonOrNothing<Condition>
    stops: JsonOrNothing<readonly HardStop[]>
    public: boolean
    retired: boolean
    position: number
  }
}
