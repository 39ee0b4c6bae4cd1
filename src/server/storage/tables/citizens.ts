import type { Id, TenantId } from '#domain/shared/id.ts'

/** Who has shown that an address is theirs, and what they wanted kept. */
export type CitizenTables = {
  sign_in_code: {
    tenant_id: TenantId
    /** As everywhere here, as a person is known by it: `addressKey`. */
    email: string
    id: Id<'sign-in-code'>
    code_hash: string | null
    expires_at: Date
    tries: number
  }
  citizen_session: {
    tenant_id: TenantId
    token_hash: string
    email: string
    created_at: Date
    seen_at: Date
    expires_at: Date
  }
  citizen: {
    tenant_id: TenantId
    email: string
    first_name: string
    last_name: string
    phone: string
    seen_at: Date
  }
}
