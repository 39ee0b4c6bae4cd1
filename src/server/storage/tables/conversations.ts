import type { NoticeWishes } from '#domain/conversations/notice.ts'
import type { TemplateAct } from '#domain/conversations/template.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { AccountId, CategoryId, Id, MessageId, ReportId, TenantId } from '#domain/shared/id.ts'
import type { Locale, Words } from '#domain/shared/words.ts'
import type { Json } from './json.ts'

/** Standard texts, who is named in notes, and what goes with a text that is being written. */
export type ConversationTables = {
  template: {
    tenant_id: TenantId
    id: Id<'template'>
    name: string
    acts: TemplateAct[]
    categories: CategoryId[]
    kinds: ReportKind[]
    stages: Stage[]
    text: Json<Words>
    active: boolean
  }
  mention: {
    tenant_id: TenantId
    message_id: MessageId
    account_id: AccountId
    report_id: ReportId
    at: Date
    read_at: Date | null
  }
  staff_wish: { tenant_id: TenantId; account_id: AccountId; mail: Json<NoticeWishes>; locale: Locale | null }
  enclosure: {
    tenant_id: TenantId
    id: Id<'enclosure'>
    report_id: ReportId
    account_id: AccountId
    form: string
    updated_at: Date
  }
}
