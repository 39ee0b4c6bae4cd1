import type { DraftId, TenantId } from '#domain/shared/id.ts'
import type { Json } from './json.ts'

/** What is being written. */
export type DraftTables = {
  draft: {
    tenant_id: TenantId
    id: DraftId
    token_hash: string
    content: Json<unknown>
    updated_at: Date
    /** The address under which it is found on any device; as everywhere, as a person is known by it. */
    email: string | null
  }
}
