import type { Generated } from 'kysely'
import type { FaqId } from '#domain/faqs/faq.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Json } from './json.ts'

/** Frequent questions, and how many they helped. */
export type FaqTables = {
  faq: {
    tenant_id: TenantId
    id: FaqId
    question: Json<Words>
    answer: Json<Words>
    category: ServiceCategory | null
    service_id: ServiceId | null
    position: number
    published: boolean
    fts: Generated<string>
  }
  faq_help: { tenant_id: TenantId; faq_id: FaqId; helped: Generated<number>; unhelped: Generated<number> }
  /** What was said today, so that nobody is counted twice. */
  faq_help_said: { tenant_id: TenantId; day: string; faq_id: FaqId; teller: string; said: 'helped' | 'unhelped' }
}
